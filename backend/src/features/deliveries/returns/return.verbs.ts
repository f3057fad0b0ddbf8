import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, isSystem } from '../../../lifecycle';
import { notice } from '../../../notice-entry';
import type { NewEntry } from '../../../outbox';
import { type Delivery, isFree } from '../delivery';
import { toGrid, toHolder, toHousehold, toRole } from '../entries';
import { seatBack } from '../holding.verbs';
import { redeliveryId } from '../linked-delivery';
import type { Verb } from '../verb';

/** Back to the store: whoever keeps it, and whoever settles what it cost, hear of it at once. */
function toStore(delivery: Delivery): NewEntry[] {
  const { area, detail } = delivery;
  const hears = (role: Role) => notice({ role, area }, 'RETURNED', { code: detail.code });
  return [...seatBack(delivery), hears('STORE_KEEPER'), ...(isFree(delivery) ? [] : [hears('COMMUNITY_CASHIER')])];
}

const returned = (delivery: Delivery): NewEntry[] => [
  ...toStore(delivery),
  toHousehold(delivery, 'RETURNED'),
  toGrid(delivery, 'RETURNED'),
  // the household has nothing of it: it need not wait for the store to ask anew (ours)
  { kind: 'freeReservation' },
];

/** Whoever tested positive carries nothing else until a doctor says so (handbook 2.12). */
function carrierIll({ assignment: { assignee } }: Delivery): NewEntry[] {
  return assignee === undefined ? [] : [{ kind: 'carrierIll', payload: { person: assignee } }];
}

function holdsIt({ assignment }: Delivery, actor: Actor): boolean {
  return !isSystem(actor) && actor.personId === assignment.assignee;
}

/** Goods that go back to a store, or are kept back (handbook 2.1). */
export const returnVerbs = {
  returnGoods: ((delivery, { actor }) => ({
    emit: [...returned(delivery), ...(holdsIt(delivery, actor) ? [] : toHolder(delivery, 'RETURNED'))],
  })) satisfies Verb,
  returnFromPoint: ((delivery) => ({ unset: ['detail.atPoint'], emit: returned(delivery) })) satisfies Verb,
  returnOverdue: ((delivery) => ({ emit: [toRole('GRID_LEADER', delivery, 'RETURN_OVERDUE')] })) satisfies Verb,
  // told plainly, and brought again at the cost of the county (handbook 2.1)
  quarantineBags: ((delivery) => ({
    set: { 'detail.bagsKeptBack': true, 'detail.linkedTo': redeliveryId(delivery) },
    emit: [
      ...carrierIll(delivery),
      ...toStore(delivery),
      toHousehold(delivery, 'BAGS_KEPT_BACK', { urgent: true }),
      { kind: 'redeliver' },
    ],
  })) satisfies Verb,
};
