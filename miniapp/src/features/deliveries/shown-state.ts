import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { isAtPoint } from './handover-leg/edge';

type Told = Pick<DeliveryView, 'state' | 'timeline' | 'keptBack'>;

const nthOf = (timeline: Told['timeline'], wanted: string): number =>
  timeline.map(({ action }) => action).lastIndexOf(wanted);

/** Nobody came for bags in time: it is the grid leader's turn (handbook 2.1). */
export const isLate = ({ state, timeline }: Told): boolean =>
  state === 'HANDOVER_PENDING' && nthOf(timeline, 'handoverOverdue') > nthOf(timeline, 'askHandover');

/** It was to be fetched, and is brought all the same: nobody came for it, or cannot. */
const isBrought = ({ state, timeline }: Told): boolean =>
  state === 'IN_TRANSIT' && nthOf(timeline, 'toDoor') > nthOf(timeline, 'placeForPickup');

/** The state as the words know it: what changes hands, waits too long or is kept back has words of its own. */
export function shownState(view: Told): string {
  if (view.state === 'RETURNED' && view.keptBack) return 'KEPT_BACK';
  if (isBrought(view)) return 'TO_DOOR';
  if (isAtPoint(view)) return isLate(view) ? 'AT_POINT_LATE' : 'AT_POINT';
  return isLate(view) ? 'HANDOVER_LATE' : view.state;
}
