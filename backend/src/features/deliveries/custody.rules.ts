import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { isOpen } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { type Custody, type Delivery, type DeliveryDetail, isFree } from './delivery';

/** A card belongs back with the medicine; after a day somebody is asked where it is. Minutes. */
export const custodyMinutes = 24 * 60;
/** Who hears of a card that is not back, in this order, a day apart (handbook 4.8). */
export const custodyClimbs: readonly Role[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'];

interface Has<K extends keyof DeliveryDetail> {
  readonly detail: Pick<DeliveryDetail, K>;
}

/** What is in somebody's hands and not ticked as returned. Pure. */
export function cardOut({ detail }: Has<'custody'>): Custody | undefined {
  return detail.custody?.returnedAt === undefined ? detail.custody : undefined;
}

/** When it should be back: a day after the medicine was put down, or else after it was taken. Pure. */
export function cardDue({ detail }: Has<'droppedAt'>, { takenAt, told }: Custody): Date {
  return addMinutes(detail.droppedAt ?? takenAt, custodyMinutes * (told + 1));
}

/** Whether this move would end a request whose card is still out. Pure. */
export function endsWithCard(delivery: Delivery, to: string | readonly string[]): boolean {
  if (typeof to !== 'string' || to === 'SAME') return false;
  return !isOpen(machine, to as (typeof machine.states)[number]) && cardOut(delivery) !== undefined;
}

/** The work is done or given up; what somebody still has of the household is not. */
export const overButForCard: readonly string[] = [
  ...['SETTLED', 'PAID_BY_AID', 'WRITTEN_OFF', 'RESOLVED', 'NOTHING_BOUGHT', 'RETURNED'],
];

/** What somebody has of the household, where nothing else is waited for. Pure. */
export function waitsForCard(
  delivery: Pick<Delivery, 'state' | 'variant'> & Has<'custody' | 'payMode' | 'actualFen'>,
): Custody | undefined {
  const { state } = delivery;
  const isOver = overButForCard.includes(state) || (state === 'CONFIRMED' && isFree(delivery));
  return isOver ? cardOut(delivery) : undefined;
}

/** Nothing comes to the household by it any more: for a lost card alone nobody goes without medicine. Pure. */
export function letsAskAnew(delivery: Delivery): boolean {
  // nothing bought may still be tried elsewhere
  return delivery.state !== 'NOTHING_BOUGHT' && waitsForCard(delivery) !== undefined;
}

/** States that are over but for the card: what the household ticks lets them close. */
const waiting: Readonly<Record<string, string>> = {
  SETTLED: 'closeSettled',
  PAID_BY_AID: 'closeSettled',
  WRITTEN_OFF: 'closeSettled',
  RESOLVED: 'closeResolved',
};

/** What follows once the card is back; undefined: nothing waits for it. Pure. */
export function closingAfter(state: string, isFree: boolean): string | undefined {
  return state === 'CONFIRMED' && isFree ? 'closeFree' : waiting[state];
}
