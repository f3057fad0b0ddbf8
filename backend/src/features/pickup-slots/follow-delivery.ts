import { Problem } from '../../http/problem';
import { fire } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { type Delivery, goesToPlace } from '../deliveries';
import { itself } from './follow-acts';
import { isOpenSlot, type PickupSlot } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { pickupSlotRepository } from './pickup-slot.repository';
import { reserveSlot } from './reserve-slot';

/** Nothing can stand at the place, or come there, from here. */
const goneStates: readonly string[] = [
  ...['SUBMITTED', 'TRIAGED', 'BATCHED', 'OFFERED', 'ON_HOLD', 'NOTHING_BOUGHT', 'FAILED_DELIVERY'],
  ...['RETURNED', 'CANCELLED', 'MERGED', 'REJECTED', 'VOID'],
];
/** The household has it, or has looked at it. */
const hasItStates: readonly string[] = [
  ...['CONFIRMED', 'DISPUTED', 'RESOLVED', 'SETTLED', 'UNPAID', 'PAID_BY_AID', 'WRITTEN_OFF', 'CLOSED'],
];

/** What a delivery that is fetched needs now: a time, or that its slot goes the same way (handbook 2.1c). */
export async function followDelivery(deps: PickupSlotDeps, delivery: Delivery): Promise<void> {
  const { county, household, _id, state, detail } = delivery;
  const slots = await pickupSlotRepository(deps.connection).ofDelivery(county, household, _id);
  const open = slots.find(isOpenSlot);
  if (open) return bringSlot(deps, open, delivery);
  if (!goesToPlace(delivery)) return;
  const last = slots.at(-1);
  // who said that no time is needed is given none until the bag stands there
  const unwanted = last !== undefined && last.history.at(-1)?.by !== 'SYSTEM';
  const needed = state === 'READY_FOR_PICKUP' || (state === 'IN_TRANSIT' && !unwanted);
  if (!needed) return;
  const slot = await reservedFor(deps, delivery, slots.length);
  if (slot && state === 'READY_FOR_PICKUP') await itself(deps, slot, 'call', delivery, numberIn(detail.place));
}

/** The earliest free time, given by the product. undefined: somebody else was faster. Where none is free it is tried again. */
async function reservedFor(deps: PickupSlotDeps, delivery: Delivery, nth: number): Promise<PickupSlot | undefined> {
  const { county, _id } = delivery;
  const wish = { actor: { system: 'outbox', county } as const, opId: derivedId(county, _id, 'reserve', String(nth)) };
  let slot: PickupSlot | undefined;
  await fire(async () => {
    try {
      slot = await reserveSlot(deps, delivery, wish);
    } catch (error) {
      if (!(error instanceof Problem && error.type === 'already-open')) throw error;
    }
  });
  return slot;
}

/** The slot goes the way of its goods. */
async function bringSlot(deps: PickupSlotDeps, slot: PickupSlot, delivery: Delivery): Promise<void> {
  const { state, detail } = delivery;
  const { bagAt } = slot.detail;
  if (goneStates.includes(state)) {
    return itself(deps, slot, slot.state === 'RESERVED' ? 'cancel' : 'withdraw', delivery, {}, `GOODS_${state}`);
  }
  if (state === 'DROPPED' || !goesToPlace(delivery)) return itself(deps, slot, 'toDoor', delivery);
  if (hasItStates.includes(state)) return itself(deps, slot, 'pickUp', delivery);
  if (state === 'READY_FOR_PICKUP' && slot.state === 'RESERVED' && !bagAt) {
    return itself(deps, slot, 'call', delivery, numberIn(detail.place));
  }
}

/** What the carrier wrote, where it is a number. */
function numberIn(place: string | undefined) {
  const number = /^\d{1,2}$/.test(place ?? '') ? Number(place) : 0;
  return number > 0 ? { number } : {};
}
