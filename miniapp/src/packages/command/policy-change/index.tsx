import { SignedInOnly } from '@/features/identity/signed-in-only';
import { ChangeScreen } from '@/features/policies/change-screen';

/** Default export: Taro asks for it. */
export default function PolicyChangePage() {
  return (
    <SignedInOnly>
      <ChangeScreen />
    </SignedInOnly>
  );
}
