import { SignedInOnly } from '@/features/identity/signed-in-only';
import { InboxScreen } from '@/features/notices/inbox-screen';

/** The inbox. */
export default function InboxPage() {
  return (
    <SignedInOnly>
      <InboxScreen />
    </SignedInOnly>
  );
}
