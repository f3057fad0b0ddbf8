import { SignedInOnly } from '@/features/identity/signed-in-only';
import { FleetScreen } from '@/features/transfers/fleet-screen';

/** Default export: Taro asks for it. */
export default function FleetPage() {
  return (
    <SignedInOnly>
      <FleetScreen />
    </SignedInOnly>
  );
}
