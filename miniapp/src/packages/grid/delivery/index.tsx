import { DeskScreen } from '@/features/deliveries/grid-desk/desk-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function DeskPage() {
  return (
    <SignedInOnly>
      <DeskScreen />
    </SignedInOnly>
  );
}
