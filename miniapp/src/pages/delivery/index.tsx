import { StatusScreen } from '@/features/deliveries/resident/status/status-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** One request and how far it is. */
export default function DeliveryPage() {
  return (
    <SignedInOnly>
      <StatusScreen />
    </SignedInOnly>
  );
}
