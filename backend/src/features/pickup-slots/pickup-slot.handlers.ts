import type { EntryHandler } from '../../tasks';
import { deliveryRepository } from '../deliveries';
import { followDelivery } from './follow-delivery';
import { bringAlong } from './follow-slot';
import { pickupClaims } from './pickup-claim.repository';
import { isOpenSlot } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { pickupSlotRepository } from './pickup-slot.repository';
import { pickupSlots } from './pickup-slots';

/** What the relay delivers for pick-up slots. Each reads how things are now, so that order and repeats do not matter. */
export interface PickupSlotHandlers {
  /** Entries `fire` and `timer` of a slot. */
  readonly timer: EntryHandler;
  /** Of a slot: its delivery comes along. */
  readonly pickupMoved: EntryHandler;
  /** Of a slot: what it needs no more is free for somebody else. */
  readonly pickupGive: EntryHandler;
  /** Of a delivery that is fetched: it needs a time, or its slot comes along. */
  readonly pickupSlot: EntryHandler;
}

/** Joins deliveries and their pick-up slots (handbook 2.1c). */
export function pickupSlotHandlers(deps: PickupSlotDeps): PickupSlotHandlers {
  const slots = pickupSlotRepository(deps.connection);
  return {
    timer: pickupSlots(deps).timer,
    async pickupMoved({ county, _id }) {
      const slot = await slots.byId(county, _id);
      if (slot) await bringAlong(deps, slot);
    },
    async pickupGive({ county, _id }, { payload }) {
      const { key, opId } = payload;
      const claims = pickupClaims(deps.connection);
      if (typeof key === 'string' && typeof opId === 'string') {
        await claims.give(key, { slot: _id, opId });
        return;
      }
      const slot = await slots.byId(county, _id);
      if (slot && !isOpenSlot(slot)) await claims.giveAll(county, _id);
    },
    async pickupSlot({ county, _id }) {
      const delivery = await deliveryRepository(deps.connection).byId(county, _id);
      if (delivery) await followDelivery(deps, delivery);
    },
  };
}
