import { SignedInOnly } from '@/features/identity/signed-in-only';
import { UnsentScreen } from '@/features/identity/unsent-screen';

/** What the server does not have yet. */
export default function UnsentPage() {
  return (
    <SignedInOnly>
      <UnsentScreen />
    </SignedInOnly>
  );
}
