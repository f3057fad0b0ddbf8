import { QueueScreen } from '@/features/deliveries/grid-desk/queue-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';

/** Default export: Taro asks for it. */
export default function QueuePage() {
  return (
    <SignedInOnly>
      <QueueScreen />
    </SignedInOnly>
  );
}
