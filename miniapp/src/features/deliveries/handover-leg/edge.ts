import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';

type Shown = Pick<DeliveryView, 'mode' | 'carrier' | 'household'>;

/** Somebody carries goods to the edge of a sealed zone and does not go in: no door is shown (handbook 2.1b). */
export const isAtEdge = ({ mode, carrier, household }: Shown): boolean =>
  mode === 'HANDOVER_POINT' && carrier?.self === true && household === undefined;

/** What happened was the product's own: bags were left at, or taken from, the point of a sealed zone. */
const byPoint = 'SEALED_ZONE';

type Told = Pick<DeliveryView, 'state' | 'timeline'>;

const lastAsked = (timeline: Told['timeline']) => timeline.filter(({ action }) => action === 'askHandover').pop();

/** Its bags stand at a handover point, rather than with a carrier who cannot go on. */
export const isAtPoint = ({ state, timeline }: Told): boolean =>
  state === 'HANDOVER_PENDING' && lastAsked(timeline)?.reason === byPoint;

/** The action of a timeline entry as the words know it. */
export function shownAction(timeline: Told['timeline'], index: number): string {
  const entry = timeline[index];
  if (entry?.action === 'askHandover' && entry.reason === byPoint) return 'leftAtPoint';
  const before = lastAsked(timeline.slice(0, index));
  return entry?.action === 'takeOver' && before?.reason === byPoint ? 'takenInside' : (entry?.action ?? 'other');
}
