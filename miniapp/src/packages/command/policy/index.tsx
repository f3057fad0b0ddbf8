import { SignedInOnly } from '@/features/identity/signed-in-only';
import { PolicyScreen } from '@/features/policies/policy-screen';

/** Default export: Taro asks for it. */
export default function PolicyPage() {
  return (
    <SignedInOnly>
      <PolicyScreen />
    </SignedInOnly>
  );
}
