import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { placeForPickup } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { pickupSlotActions, pickupSlotOfDelivery } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import type { SimulatedPerson } from './client';

/** Goods of a controlled zone go onto a free number of its place, and the household is called (handbook 2.1c). */
export async function putAtPlace(person: SimulatedPerson, { id }: DeliveryView): Promise<boolean> {
  const params = { id: id as never }; // a task id is a record id
  const turn = await person.call(pickupSlotOfDelivery, { params });
  const place = String((turn.ok && turn.value.freeNumber) || 1);
  return (await person.call(placeForPickup, { params, body: { opId: person.newOpId(), place } })).ok;
}

/** Whoever is called goes and fetches it; a simulated day is shorter than a turn is long. */
export async function fetchFromPlace(person: SimulatedPerson, { id, mode }: DeliveryView): Promise<boolean> {
  if (mode !== 'SLOT') return false;
  const turn = await person.call(pickupSlotOfDelivery, { params: { id: id as never } });
  if (!turn.ok || !turn.value.actions.includes('pickUp')) return false;
  const slot = turn.value.id as never; // so is that of a turn
  const body = { opId: person.newOpId() };
  return (await person.call(pickupSlotActions.pickUp, { params: { id: slot }, body })).ok;
}
