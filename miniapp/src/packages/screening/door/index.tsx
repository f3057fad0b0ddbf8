import { SignedInOnly } from '@/features/identity/signed-in-only';
import { DoorScreen } from '@/features/screening/door-screen';

/** Default export: Taro asks for it. */
export default function DoorPage() {
  return (
    <SignedInOnly>
      <DoorScreen />
    </SignedInOnly>
  );
}
