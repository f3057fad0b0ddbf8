import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';

/** The carrier has done what there was to do; what is left is the household's. */
const withTheHousehold: readonly string[] = ['DROPPED', 'READY_FOR_PICKUP', 'CONFIRMED', 'UNPAID', 'DISPUTED'];

/** Whether a held delivery still asks something of its carrier; money that is said to be paid waits for the tick. */
export function needsCarrier({ state, money }: Pick<DeliveryView, 'state' | 'money'>): boolean {
  if (!withTheHousehold.includes(state)) return true;
  return money?.owedTo === 'CARRIER' && money.paidTick && !money.receivedTick;
}

const nextBy = ({ next, priority }: DeliveryView) => `${next.by ?? '9999'} ${priority}`;

/** Whatever is due first comes first; without a time the more urgent one. */
export const byNextStep = (a: DeliveryView, b: DeliveryView): number => (nextBy(a) < nextBy(b) ? -1 : 1);
