import { useMe } from '@/api';
import { QueueScreen } from '@/features/deliveries/grid-desk/queue-screen';
import { SignedInOnly } from '@/features/identity/signed-in-only';
import { CaptainScreen } from '@/features/sensors/captain-screen';

const captain = 'BUILDING_CAPTAIN';

/** A captain has doors and no queue of requests. */
function GridHome() {
  const roles: string[] = useMe()?.grants.map(({ role }) => role) ?? [];
  const isCaptainOnly = roles.includes(captain) && !roles.some((role) => role.startsWith('GRID_'));
  return isCaptainOnly ? <CaptainScreen /> : <QueueScreen />;
}

/** Default export: Taro asks for it. */
export default function QueuePage() {
  return (
    <SignedInOnly>
      <GridHome />
    </SignedInOnly>
  );
}
