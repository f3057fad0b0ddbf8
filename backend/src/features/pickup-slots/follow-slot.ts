import { type Delivery, deliveryRepository, goesToPlace } from '../deliveries';
import { does, itself } from './follow-acts';
import { followDelivery } from './follow-delivery';
import type { PickupSlot } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { pickupPolicy } from './pickup-times.rules';

/** The delivery goes through the same places as its slot. What it has done already fires into nothing. */
export async function bringAlong(deps: PickupSlotDeps, slot: PickupSlot): Promise<void> {
  const { state, detail, county } = slot;
  const deliveries = deliveryRepository(deps.connection);
  if (detail.bagAt) await bringToPlace(deps, slot, await deliveries.byId(county, detail.delivery));
  if (state === 'PICKED_UP') await does(deps, slot, 'pickedUp');
  if (state === 'TO_DOOR') await bringToDoor(deps, slot);
  if (state === 'MISSED' && detail.missed >= pickupPolicy.missedAtMost) {
    const delivery = await deliveries.byId(county, detail.delivery);
    if (delivery) return itself(deps, slot, 'toDoor', delivery);
  }
  const delivery = await deliveries.byId(county, detail.delivery);
  if (delivery) await followDelivery(deps, delivery);
}

/** Whoever set it down may not have said that they had left. */
async function bringToPlace(deps: PickupSlotDeps, slot: PickupSlot, delivery: Delivery | null): Promise<void> {
  if (!delivery || !goesToPlace(delivery)) return;
  const place = String(slot.detail.number ?? slot.detail.place);
  if (['PURCHASED', 'COLLECTED'].includes(delivery.state)) await does(deps, slot, 'depart');
  await does(deps, slot, 'placeForPickup', { place });
}

async function bringToDoor(deps: PickupSlotDeps, slot: PickupSlot): Promise<void> {
  await does(deps, slot, 'toDoor');
  const delivery = await deliveryRepository(deps.connection).byId(slot.county, slot.detail.delivery);
  if (delivery && goesToPlace(delivery)) await does(deps, slot, 'goToDoor');
}
