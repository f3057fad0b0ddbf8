import { MyCodesScreen } from '@/features/codes/my-codes-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function MyCodesPage() {
  return (
    <SignedInOnly>
      <MyCodesScreen />
    </SignedInOnly>
  );
}
