import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';

/** What a turn has come to, where the request itself only knows that its bag stands there, or follows a moment later. */
const byTurn: Readonly<Record<string, string>> = { PICKED_UP: 'FETCHED', MISSED: 'TURN_MISSED' };

/** The state of a fetched request as the words know it. */
export function turnState(
  state: DeliveryView['state'],
  slot: Pick<PickupSlotView, 'state'> | undefined,
): string | undefined {
  return state === 'READY_FOR_PICKUP' && slot ? byTurn[slot.state] : undefined;
}
