import { BadgeScreen } from '@/features/deliveries/resident/badge-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Who is at the door. */
export default function BadgePage() {
  return (
    <SignedInOnly>
      <BadgeScreen />
    </SignedInOnly>
  );
}
