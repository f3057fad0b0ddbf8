import {
  pickupSlotActions,
  pickupSlotQueries as queries,
} from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { pickupSlotRepository } from './pickup-slot.repository';
import { pickupSlots } from './pickup-slots';
import { reserveFor, slotOfDelivery, slotsAtMyPlaces, slotsOfDay, timesOfDelivery } from './read-slots';
import { mustViewSlot, viewsOf } from './slot-views';

/** Endpoints of pick-up slots: reading, choosing a time, and one for every action a person may take. */
export function pickupSlotRoutes(deps: PickupSlotDeps): Route[] {
  const { byId } = pickupSlotRepository(deps.connection);
  return [
    mount(queries.listPickupSlots, ({ actor, query }) => slotsOfDay(deps, actor, query)),
    mount(queries.getPickupSlot, async ({ actor, params }) =>
      mustViewSlot(deps, actor, await byId(actor.county, params.id)),
    ),
    mount(queries.myPickupSlots, ({ actor, query }) => slotsAtMyPlaces(deps, actor, query.area)),
    mount(queries.pickupSlotOfDelivery, ({ actor, params }) => slotOfDelivery(deps, actor, params.id)),
    mount(queries.pickupTimesOfDelivery, ({ actor, params, query }) =>
      timesOfDelivery(deps, actor, params.id, query.day),
    ),
    mount(queries.reservePickupSlot, ({ actor, params, body }) => reserveFor(deps, actor, params.id, body)),
    ...actionRoutes(pickupSlotActions, pickupSlots(deps), async (actor, slot) =>
      (await viewsOf(deps, actor, [slot])).at(0),
    ),
  ];
}
