import { JoinScreen } from '@/features/identity/join-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Taking the work one was invited to. */
export default function JoinPage() {
  return (
    <SignedInOnly>
      <JoinScreen />
    </SignedInOnly>
  );
}
