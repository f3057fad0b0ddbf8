import type { LateBecause } from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { LateFact } from '../../../lifecycle';
import type { Delivery } from '../delivery';
import { isHeldOutside } from '../sealed-zone';

/** An act by which a record catches up with what was reported. */
export type LateAct = Extract<
  ActionOf<typeof machine>,
  | 'latePurchase'
  | 'lateDrop'
  | 'collect'
  | 'collectAtDoor'
  | 'depart'
  | 'placeForPickup'
  | 'pickedUp'
  | 'failDelivery'
  | 'dispose'
  | 'finishErrand'
>;

/** What follows from a late fact as its record stands now; see `LateFollows` for the words. */
export type WhatFollows =
  | { readonly follows: 'MOVES_ON'; readonly acts: readonly string[] }
  | { readonly follows: 'OWN_DELIVERY' }
  | { readonly follows: 'RECEIPT' }
  | { readonly follows: 'KEPT'; readonly because: LateBecause }
  | { readonly follows: 'NOTHING'; readonly because: LateBecause };

/** A late fact beside its record, and beside the delivery of its own that the reporter has for it by now. */
interface Late {
  readonly by: string;
  readonly record: Delivery;
  readonly own: Delivery | undefined;
}

const nothing = (because: LateBecause): WhatFollows => ({ follows: 'NOTHING', because });
const kept = (because: LateBecause): WhatFollows => ({ follows: 'KEPT', because });
const movesOn = (...acts: LateAct[]): WhatFollows => ({ follows: 'MOVES_ON', acts });

const holds = ({ assignment }: Delivery, by: string) => assignment.assignee === by;
const startsFrom = (action: keyof typeof machine.actions, { state }: Delivery) =>
  machine.actions[action].from.some((from) => from === state);
const isIn = ({ state }: Delivery, ...states: Delivery['state'][]) => states.includes(state);

/** Nobody has anything in hand for the household yet, as far as the record knows. */
const beforeGoods: readonly string[] = [
  ...machine.actions.cancel.from,
  'SHOPPING',
  'SUBSTITUTION_PENDING',
  'CANCEL_ASKED',
  'IN_PROGRESS',
  'NOTHING_BOUGHT',
  'CANCELLED',
  'MERGED',
  'REJECTED',
];

/** Taken as paid while its shop was silent, and no receipt has come since. */
function isByEstimate({ history, detail }: Delivery): boolean {
  return !detail.receiptPhoto && history.some(({ action }) => action === 'paid' || action === 'cancelTimeout');
}

function paidFor({ detail, history, assignment }: Delivery, by: string): boolean {
  if (detail.advancedBy !== undefined) return detail.advancedBy === by;
  return assignment.assignee === by || history.some(({ holder }) => holder === by);
}

function purchase({ record, by, own }: Late): WhatFollows {
  if (own) return { follows: 'OWN_DELIVERY' };
  if (isByEstimate(record) && paidFor(record, by)) {
    const open = startsFrom('bookReceipt', record) && !record.detail.receivedTick;
    return open ? { follows: 'RECEIPT' } : nothing('MONEY_COUNTED');
  }
  if (holds(record, by) && startsFrom('latePurchase', record)) return movesOn('latePurchase');
  // whoever paid is owed it, whatever has become of the request
  return record.detail.receiptPhoto && paidFor(record, by) ? nothing('ALREADY_SO') : { follows: 'OWN_DELIVERY' };
}

function paid({ record, by, own }: Late): WhatFollows {
  const bought = own ?? record;
  return bought.detail.actualFen !== undefined && paidFor(bought, by)
    ? nothing('ALREADY_SO')
    : nothing('NEEDS_RECEIPT');
}

/** Fetched at a kitchen, gate or shelf, or taken away from a door. */
const fetched =
  (action: 'collect' | 'collectAtDoor') =>
  ({ record, by, own }: Late): WhatFollows => {
    if (own) return { follows: 'OWN_DELIVERY' };
    if (holds(record, by) && startsFrom(action, record)) return movesOn(action);
    const has = record.history.some((entry) => entry.action === action) && holds(record, by);
    return has ? nothing('ALREADY_SO') : { follows: 'OWN_DELIVERY' };
  };

/** What happens after the goods are there: to the reporter's own delivery, where there is one. */
const afterGoods =
  (decide: (on: Delivery, by: string) => WhatFollows) =>
  ({ record, by, own }: Late): WhatFollows => {
    const on = own ?? record;
    if (beforeGoods.includes(on.state)) return nothing('EARLIER_FIRST');
    return hasEnded(on) ? nothing('ENDED') : decide(on, by);
  };

function drop(on: Delivery, by: string): WhatFollows {
  if (!holds(on, by)) return kept('OTHER_CARRIES');
  if (startsFrom('lateDrop', on)) return isHeldOutside(on) ? nothing('AT_POINT') : movesOn('lateDrop');
  return kept(isIn(on, 'READY_FOR_PICKUP', 'RETURNED') ? 'WENT_OTHER_WAY' : 'AT_DOOR_ALREADY');
}

function placeForPickup(on: Delivery, by: string): WhatFollows {
  if (isIn(on, 'READY_FOR_PICKUP')) return nothing('ALREADY_SO');
  if (!holds(on, by)) return nothing('OTHER_CARRIES');
  if (startsFrom('placeForPickup', on)) return movesOn('placeForPickup');
  return startsFrom('depart', on) ? movesOn('depart', 'placeForPickup') : nothing('WENT_OTHER_WAY');
}

function failDelivery(on: Delivery, by: string): WhatFollows {
  if (isIn(on, 'FAILED_DELIVERY')) return kept('ALREADY_SO');
  if (!holds(on, by)) return kept('OTHER_CARRIES');
  if (isHeldOutside(on)) return nothing('AT_POINT');
  if (startsFrom('failDelivery', on)) return movesOn('failDelivery');
  return startsFrom('depart', on) ? movesOn('depart', 'failDelivery') : kept('WENT_OTHER_WAY');
}

function pickedUp(on: Delivery): WhatFollows {
  if (startsFrom('pickedUp', on)) return movesOn('pickedUp');
  return nothing(isIn(on, 'PURCHASED', 'COLLECTED', 'IN_TRANSIT') ? 'EARLIER_FIRST' : 'ALREADY_SO');
}

function dispose(on: Delivery, by: string): WhatFollows {
  if (startsFrom('dispose', on)) return holds(on, by) ? movesOn('dispose') : nothing('OTHER_CARRIES');
  return nothing('ALREADY_SO');
}

function finishErrand({ record, own }: Late): WhatFollows {
  const on = own ?? record;
  if (startsFrom('finishErrand', on)) return movesOn('finishErrand');
  if (hasEnded(on)) return nothing('ENDED');
  // nothing is in anybody's hands: only the household knows whether it was done
  return nothing(isIn(on, 'CONFIRMED', 'SETTLED', 'UNPAID') ? 'ALREADY_SO' : 'ASK_HOUSEHOLD');
}

const byFact: Readonly<Record<string, (late: Late) => WhatFollows>> = {
  purchase,
  paid,
  reportLine: () => nothing('RECEIPT_SAYS'),
  // bought all the same, which the receipt says; a register is the pharmacy's
  tickRegistered: () => nothing('RECEIPT_SAYS'),
  // the request has moved on: where the card is, the household knows
  takeCustody: () => nothing('ASK_HOUSEHOLD'),
  collect: fetched('collect'),
  collectAtDoor: fetched('collectAtDoor'),
  drop: afterGoods(drop),
  placeForPickup: afterGoods(placeForPickup),
  failDelivery: afterGoods(failDelivery),
  pickedUp: afterGoods(pickedUp),
  dispose: afterGoods(dispose),
  finishErrand,
};

/**
 * What follows if a late fact counts, as its delivery stands now: decided anew whenever somebody looks, and once more
 * when it is done (handbook 2). Pure.
 */
export function whatFollows(
  { action, by }: Pick<LateFact['fact'], 'action' | 'by'>,
  record: Delivery | undefined,
  own: Delivery | undefined,
): WhatFollows {
  const decide = byFact[action];
  if (!record || !decide) return nothing('GONE');
  return decide({ by, record, own });
}

/** Nothing is ever written to it again. Pure. */
export function hasEnded({ state }: Delivery): boolean {
  return machine.terminal.some((end) => end === state);
}

/** A request that somebody else still looks for, when its goods are there already: it would come twice. Pure. */
export function comesTwice(record: Delivery): boolean {
  return machine.actions.cancel.from.some((state) => state === record.state);
}
