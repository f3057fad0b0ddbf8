import { asking } from './delivery/asking.actions';
import { bringing } from './delivery/bringing.actions';
import { buying } from './delivery/buying.actions';
import { settling } from './delivery/settling.actions';
import { states, terminal } from './delivery/states';
import { lifecycle } from './lifecycle';

/** A household's request for goods or help, from submitting to closing (handbook 2.1). */
export const deliveryLifecycle = lifecycle({
  name: 'delivery',
  resource: 'deliveries',
  states,
  // PURCHASED, COLLECTED, COLLECTED_AT_DOOR: what is in somebody's hands for a request that had ended or passed to
  // another meanwhile is a linked delivery of its own.
  // VOID: a fence set by the reservation sweep where a request was never stored.
  initial: ['SUBMITTED', 'PURCHASED', 'COLLECTED', 'COLLECTED_AT_DOOR', 'VOID'],
  terminal,
  asksPeople: true,
  held: [
    'ACCEPTED',
    'SHOPPING',
    'COLLECTED',
    'COLLECTED_AT_DOOR',
    'IN_PROGRESS',
    'SUBSTITUTION_PENDING',
    'CANCEL_ASKED',
    'PURCHASED',
    'NOTHING_BOUGHT',
    'IN_TRANSIT',
    'READY_FOR_PICKUP',
    'ADDRESS_QUERY',
    'FAILED_DELIVERY',
    'DROPPED',
    'DISPOSED',
    'CONFIRMED',
    'UNPAID',
  ],
  actions: {
    ...asking,
    ...buying,
    ...bringing,
    ...settling,
  },
});
