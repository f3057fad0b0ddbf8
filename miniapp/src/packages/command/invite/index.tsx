import { InviteScreen } from '@/features/grid/invite-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function InvitePage() {
  return (
    <SignedInOnly>
      <InviteScreen />
    </SignedInOnly>
  );
}
