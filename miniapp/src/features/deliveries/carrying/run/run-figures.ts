import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { isOpenLine, runningFen } from '../basket';

/** States after which a door asks nothing more of the carrier. */
const doneStates = new Set([
  'DROPPED',
  'CONFIRMED',
  'UNPAID',
  'SETTLED',
  'CLOSED',
  'CANCELLED',
  'RETURNED',
  'DISPUTED',
  'RESOLVED',
  'READY_FOR_PICKUP',
  'FAILED_DELIVERY',
]);

/** Whether a door still needs the carrier. */
export const isDoorLeft = ({ state }: Pick<DeliveryView, 'state'>): boolean => !doneStates.has(state);

/** Doors that still need the carrier. */
export const doorsLeft = ({ doors }: Pick<RunView, 'doors'>): number => doors.filter(isDoorLeft).length;

/** The worth of the goods that are with the carrier now, in fen. */
export function carriedFen(deliveries: readonly DeliveryView[]): number {
  return deliveries.filter(isDoorLeft).reduce((sum, { actualFen, lines }) => sum + (actualFen ?? runningFen(lines)), 0);
}

const beforeTill: readonly string[] = ['BATCHED', 'ACCEPTED', 'SHOPPING', 'SUBSTITUTION_PENDING'];

/** Whether goods for this door are still to be bought. A door follows its run by some moments: it may lie a state behind. */
export const isToBuy = ({ state }: Pick<DeliveryView, 'state'>): boolean => beforeTill.includes(state);

/** Lines still to be bought that nobody has looked at yet. */
export function linesLeft(deliveries: readonly DeliveryView[]): number {
  return deliveries
    .filter(isToBuy)
    .flatMap(({ lines }) => lines)
    .filter(isOpenLine).length;
}

type Door = RunView['doors'][number];

/** The address of a door, while this viewer may see it. */
export const addressOf = ({ deliveries }: Pick<RunView, 'deliveries'>, { delivery }: Pick<Door, 'delivery'>) =>
  deliveries.find(({ id }) => id === delivery)?.household?.address;

/** A door in a few words: stairs and room while the address is open, else the sign on its bag. */
export function doorName(run: Pick<RunView, 'deliveries'>, door: Pick<Door, 'delivery' | 'code'>): string {
  const address = addressOf(run, door);
  return address === undefined ? door.code : `${address.unit} ${address.room}`;
}
