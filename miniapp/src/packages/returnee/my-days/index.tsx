import { SignedInOnly } from '@/features/identity/signed-in-only';
import { MyDaysScreen } from '@/features/quarantine/my-days-screen';

/** Default export: Taro asks for it. */
export default function MyDaysPage() {
  return (
    <SignedInOnly>
      <MyDaysScreen />
    </SignedInOnly>
  );
}
