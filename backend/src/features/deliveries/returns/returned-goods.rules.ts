import type { Disposition } from '@grid-relief/shared-types/deliveries/dispute-actions.contract';
import type { WhyBack } from '@grid-relief/shared-types/deliveries/returned-goods.contract';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { HistoryEntry } from '../../../lifecycle';
import type { Delivery, Line } from '../delivery';
import type { DeliveryInList } from '../delivery-in-list';

/** A day to say what became of the goods; then the grid leader hears of it (handbook 2.1). */
export const sayWithinMinutes = 24 * 60;
/** What was counted in is listed for a week (ours). Milliseconds. */
export const countedForMs = 7 * 24 * 60 * 60 * 1000;

const wanted: readonly Disposition[] = ['RESTOCKED', 'DONATED', 'DESTROYED'];
const households = ['RESIDENT', 'PROXY'];
const undelivered = ['NOBODY_ANSWERS', 'NOT_FOUND', 'NO_WAY_IN'];

type Back = Pick<DeliveryInList, 'history' | 'createdAt'> & {
  readonly detail: Pick<Delivery['detail'], 'bagsKeptBack'>;
};

/** Whether goods of it came back, or are coming; whoever keeps the store knows of no other request. Pure. */
export function cameBack({ state, detail }: Pick<DeliveryInList, 'state' | 'detail'>): boolean {
  return state === 'RETURNED' || detail.disposition !== undefined;
}

/** The act by which goods went back: the last one, for what failed may be tried again before. Pure. */
function turnOf({ history }: Pick<Back, 'history'>): HistoryEntry | undefined {
  return history.findLast(({ to, from }) => to === 'RETURNED' && from !== 'RETURNED');
}

/** Since when goods are on their way back. Pure. */
export function backSince(delivery: Back): Date {
  return turnOf(delivery)?.recordedAt ?? delivery.createdAt;
}

/** When somebody should have said what became of them. Pure. */
export const sayBy = (delivery: Back): Date => addMinutes(backSince(delivery), sayWithinMinutes);

/** Why goods come back, in the few words a store needs (handbook 8): not who fell ill, nor what happened in a home. Pure. */
export function whyBack(delivery: Back): WhyBack {
  if (delivery.detail.bagsKeptBack) return 'KEPT_BACK';
  const { action, role = '', from, reason = '' } = turnOf(delivery) ?? {};
  if (action === 'returnFromPoint') return 'FROM_POINT';
  if (households.includes(role) || reason === 'NOT_WANTED') return 'NOT_WANTED';
  return from === 'FAILED_DELIVERY' || undelivered.includes(reason) ? 'NOT_DELIVERED' : 'SENT_BACK';
}

/**
 * What may become of goods: bags of a carrier who tested positive are kept back (handbook 2.1) and go on no shelf and to
 * nobody (ours). Pure.
 */
export function mayBecome({ detail }: { readonly detail: Pick<Delivery['detail'], 'bagsKeptBack'> }): Disposition[] {
  return detail.bagsKeptBack ? ['DESTROYED'] : [...wanted];
}

/** What lies in the bags: not what was left out, and in the place of something else what was bought. Pure. */
export function inBags(lines: readonly Line[]) {
  return lines
    .filter(({ outcome }) => outcome !== 'LEFT_OUT')
    .map(({ name, nameEn, quantity, boughtQuantity = quantity, unit, cold, replacement }) => {
      const bought = replacement ?? { name, ...(nameEn === undefined ? {} : { nameEn }) };
      const english = bought.nameEn === undefined ? {} : { nameEn: bought.nameEn };
      return { name: bought.name, ...english, quantity: boughtQuantity, unit, cold };
    });
}
