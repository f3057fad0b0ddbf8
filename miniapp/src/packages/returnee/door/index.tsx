import { SignedInOnly } from '@/features/identity/signed-in-only';
import { MyDoorScreen } from '@/features/sensors/my-door-screen';

/** Default export: Taro asks for it. */
export default function MyDoorPage() {
  return (
    <SignedInOnly>
      <MyDoorScreen />
    </SignedInOnly>
  );
}
