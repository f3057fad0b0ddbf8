import { type BodyOf, Receipt } from '@grid-relief/shared-types/contract';
import {
  pickupSlotActions,
  pickupSlotQueries as queries,
} from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { mount, type Route } from '../../http/mount';
import { actOnSlot } from './act-on-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { pickupSlotRepository } from './pickup-slot.repository';
import { reserveFor, slotOfDelivery, slotsAtMyPlaces, slotsOfDay, timesOfDelivery } from './read-slots';
import type { SlotAttempt } from './slot-verb';
import { mustViewSlot, viewsOf } from './slot-views';

type AnyAction = (typeof pickupSlotActions)[keyof typeof pickupSlotActions];
type AnyBody = BodyOf<AnyAction> & SlotAttempt['body'];

/** Endpoints of pick-up slots: reading, choosing a time, and one for every action a person may take. */
export function pickupSlotRoutes(deps: PickupSlotDeps): Route[] {
  const names = Object.keys(pickupSlotActions) as (keyof typeof pickupSlotActions)[]; // the keys it was written with
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
    ...names.map((name) =>
      mount(pickupSlotActions[name] as AnyAction, async ({ actor, params, body }) => {
        const { opId, occurredAt, reason, revision, ...own } = body as AnyBody;
        const { receipt, document } = await actOnSlot(deps, {
          ...{ action: name, actor, opId, county: actor.county, id: params.id, body: own },
          ...(occurredAt ? { occurredAt: new Date(occurredAt) } : {}),
          ...(reason ? { reason: reason.code } : {}),
          ...(revision === undefined ? {} : { revision }),
        });
        const [view] = await viewsOf(deps, actor, [document]);
        return { receipt: Receipt.parse(receipt), ...(view ? { view } : {}) };
      }),
    ),
  ];
}
