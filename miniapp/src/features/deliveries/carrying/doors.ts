import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { openPage, restartAt } from '@/platform';

const home = '/packages/volunteer/home/index';

/** Opens one delivery. */
export const openDelivery = (id: string): void => void openPage('/packages/volunteer/delivery/index', { id });

/** Opens a run. */
export const openRun = (id: string): void => void openPage('/packages/volunteer/run/index', { id });

/** Goes on with the work: to the other doors of its run, else to the duty page. */
export function openDutyHome({ run }: Pick<DeliveryView, 'run'>): void {
  if (run === undefined) void restartAt(home);
  else openRun(run);
}
