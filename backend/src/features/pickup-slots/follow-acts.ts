import { fire } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { Delivery, DeliveryAction } from '../deliveries';
import type { PickupSlot, SlotAction } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { pickupSlots } from './pickup-slots';

/** An act of its delivery that follows from a slot. What has been done already fires into nothing. */
export async function does(
  deps: PickupSlotDeps,
  { county, _id, detail }: PickupSlot,
  action: DeliveryAction,
  body: object = {},
) {
  const actor = { system: 'outbox', county } as const;
  const opId = derivedId(county, _id, action);
  await fire(() => deps.perform({ action, county, id: detail.delivery, actor, opId, body }));
}

/** An act of the slot that follows from its delivery: once for each stay of the delivery in a state. */
export async function itself(
  deps: PickupSlotDeps,
  slot: PickupSlot,
  action: SlotAction,
  { enteredBy }: Delivery,
  body: { readonly number?: number } = {},
  reason?: string,
): Promise<void> {
  await pickupSlots(deps).follow(slot, action, { because: enteredBy, body, ...(reason ? { reason } : {}) });
}
