import { GridLegsScreen } from '@/features/deliveries/handover-leg/grid-legs-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function GridLegsPage() {
  return (
    <SignedInOnly>
      <GridLegsScreen />
    </SignedInOnly>
  );
}
