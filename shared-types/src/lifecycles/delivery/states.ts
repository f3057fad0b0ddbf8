/** Every state of a request (handbook 2.1). */
export const states = [
  'SUBMITTED',
  'TRIAGED',
  'BATCHED',
  'OFFERED',
  'ACCEPTED',
  'ON_HOLD',
  'SHOPPING',
  'COLLECTED',
  'COLLECTED_AT_DOOR',
  'IN_PROGRESS',
  'SUBSTITUTION_PENDING',
  'CANCEL_ASKED',
  'PURCHASED',
  'NOTHING_BOUGHT',
  'IN_TRANSIT',
  'HANDOVER_PENDING',
  'READY_FOR_PICKUP',
  'ADDRESS_QUERY',
  'FAILED_DELIVERY',
  'DROPPED',
  'DISPOSED',
  'CONFIRMED',
  'DISPUTED',
  'RESOLVED',
  'RETURNED',
  'SETTLED',
  'UNPAID',
  'PAID_BY_AID',
  'WRITTEN_OFF',
  'CLOSED',
  'CANCELLED',
  'MERGED',
  'REJECTED',
  'VOID',
] as const;
export const terminal = ['CLOSED', 'CANCELLED', 'MERGED', 'REJECTED', 'VOID'] as const;
const isTerminal = (state: string) => terminal.some((end) => end === state);
/** Every state in which a record can still change. */
export const open = states.filter((state) => !isTerminal(state));

/** Nothing has been spent yet: free to cancel, easy to change. */
export const beforeShopping = ['SUBMITTED', 'TRIAGED', 'BATCHED', 'OFFERED', 'ACCEPTED', 'ON_HOLD'] as const;

export type DeliveryState = (typeof states)[number];
