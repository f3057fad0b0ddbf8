import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useSession } from '@/api';
import { openPage, restartAt } from '@/platform';

const home = '/packages/volunteer/home/index';
/** A grid leader fetches bags that nobody took, and is no volunteer (handbook 2.1). */
const desk = '/packages/grid/home/index';

const isVolunteer = () => useSession.getState().signedIn?.me.grants.some(({ role }) => role === 'VOLUNTEER') === true;

/** Opens one delivery. */
export const openDelivery = (id: string): void => void openPage('/packages/volunteer/delivery/index', { id });

/** Opens a run. */
export const openRun = (id: string): void => void openPage('/packages/volunteer/run/index', { id });

/** Goes on with the work: to the other doors of its run, else to where it begins. */
export function openDutyHome({ run }: Pick<DeliveryView, 'run'>): void {
  if (run === undefined) void restartAt(isVolunteer() ? home : desk);
  else openRun(run);
}
