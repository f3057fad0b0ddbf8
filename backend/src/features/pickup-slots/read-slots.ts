import type { PickupSlotView, PickupTimes } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { addMinutes, type Day, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import { type PageQuery, pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import { gridOf } from '../../routing';
import { type Delivery, deliveryRepository, standingOf } from '../deliveries';
import { notBefore, placeFor, timesAt } from './choose-turn';
import type { PickupSlot } from './pickup-slot';
import type { PickupSlotDeps } from './pickup-slot.deps';
import { gridRoles, mayReserveFor } from './pickup-slot.policy';
import { pickupSlotRepository } from './pickup-slot.repository';
import { daysToChoose, freeTurns, turnEnd } from './pickup-times.rules';
import { mustBeFetched, reserveSlot } from './reserve-slot';
import { mustViewSlot, viewsOf } from './slot-views';

/** At the place: what stands there by its turn, then what is still to come. */
export async function slotsAtMyPlaces(deps: PickupSlotDeps, actor: PersonActor, area: string | undefined) {
  const slots = await pickupSlotRepository(deps.connection).openIn(
    actor.county,
    areasOf(actor, 'VOLUNTEER', deps.now()),
  );
  const wanted = slots.filter(({ scope }) => area === undefined || scope.includes(area));
  const order = ({ detail }: PickupSlot) => (detail.bagAt ? 0 : 1);
  const sorted = wanted.sort((a, b) => order(a) - order(b) || a.detail.from.getTime() - b.detail.from.getTime());
  return { items: await viewsOf(deps, actor, sorted) };
}

/** Those of a day, and what is open from before, by turn. */
export async function slotsOfDay(
  deps: PickupSlotDeps,
  actor: PersonActor,
  { day = dayOf(deps.now()), ...page }: PageQuery & { readonly day?: Day | undefined },
) {
  const now = deps.now();
  const areas = gridRoles.flatMap((role) => areasOf(actor, role, now));
  const [from, to] = [shanghaiInstant(day, 0), addMinutes(shanghaiInstant(day, 0), 24 * 60)];
  const stored = pickupSlotRepository(deps.connection);
  const [open, ended] = await Promise.all([
    stored.openIn(actor.county, areas),
    stored.endedIn(actor.county, areas, from, to),
  ]);
  const shown = [...open.filter(({ detail }) => detail.from < to), ...ended];
  const { rows, ...more } = pageOfRows(shown, ({ detail, _id }) => [detail.from.getTime(), _id], page);
  return { items: await viewsOf(deps, actor, rows), ...more };
}

/** The newest slot of a delivery. @throws Problem not-found */
export async function slotOfDelivery(deps: PickupSlotDeps, actor: PersonActor, id: string): Promise<PickupSlotView> {
  const delivery = await deliveryRepository(deps.connection).byId(actor.county, id);
  const { household = '' } = delivery ?? {};
  const slots = delivery ? await pickupSlotRepository(deps.connection).ofDelivery(actor.county, household, id) : [];
  const carries = delivery && standingOf(delivery, actor, deps.now()) === 'HOLDER';
  return mustViewSlot(deps, actor, slots.at(-1), carries ? 'PLACE' : undefined);
}

/** @throws Problem not-found for everybody who may not choose a time for this household */
async function mustChooseFor(deps: PickupSlotDeps, actor: PersonActor, id: string): Promise<Delivery> {
  const delivery = await deliveryRepository(deps.connection).byId(actor.county, id);
  if (!delivery || !mayReserveFor(delivery, actor, deps.now())) throw new Problem('not-found');
  return delivery;
}

/** Free times of a day. @throws Problem not-found, transition-not-allowed */
export async function timesOfDelivery(
  deps: PickupSlotDeps,
  actor: PersonActor,
  id: string,
  day: Day | undefined,
): Promise<PickupTimes> {
  const delivery = await mustChooseFor(deps, actor, id);
  mustBeFetched(delivery);
  const now = deps.now();
  const place = placeFor(deps, { area: gridOf(delivery.area) ?? delivery.area });
  const times = await timesAt(deps, actor.county, place, notBefore(delivery.state, now));
  const free = daysToChoose(now).map((one) => ({ day: one, turns: freeTurns(one, times) }));
  const shown = free.find((one) => (day ? one.day === day : one.turns.length > 0)) ?? {
    day: day ?? dayOf(now),
    turns: [],
  };
  const later = free.find((one) => one.day > shown.day && one.turns.length > 0);
  return {
    ...{ area: place.area, place: place.name, day: shown.day },
    items: shown.turns.map((from) => ({ from: from.toISOString(), to: turnEnd(from).toISOString() })),
    ...(later ? { nextDay: later.day } : {}),
  };
}

/** @throws Problem not-found, and as `reserveSlot` */
export async function reserveFor(
  deps: PickupSlotDeps,
  actor: PersonActor,
  id: string,
  { opId, at }: { readonly opId: string; readonly at?: string | undefined },
): Promise<PickupSlotView> {
  const delivery = await mustChooseFor(deps, actor, id);
  const slot = await reserveSlot(deps, delivery, { actor, opId, at: at ? new Date(at) : undefined });
  return mustViewSlot(deps, actor, slot);
}
