import { useHolds } from '@/api';
import { QueueScreen } from '@/features/deliveries/grid-desk/queue-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';
import { CaptainScreen } from '@/features/sensors/captain-screen';

/** A captain has doors and no queue of requests. */
function GridHome() {
  const holds = useHolds();
  return holds(['BUILDING_CAPTAIN']) && !holds(['GRID_WORKER', 'GRID_LEADER']) ? <CaptainScreen /> : <QueueScreen />;
}

/** Default export: Taro asks for it. */
export default function QueuePage() {
  return (
    <SignedInOnly>
      <GridHome />
    </SignedInOnly>
  );
}
