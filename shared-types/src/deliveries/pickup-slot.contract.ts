import { action, byId, endpoint, intent } from '../contract';
import { pickupSlotLifecycle as machine } from '../lifecycles/pickup-slot.lifecycle';
import { AreaId } from '../primitives/areas';
import { TaskId } from '../primitives/ids';
import { Day, Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';

/** How the viewer stands to a slot: whose goods they are, somebody who helps at the place, or who sees to the grid. */
export const PickupPart = z.enum(['HOUSEHOLD', 'PLACE', 'GRID']);

/** The number on the ground or the shelf where a bag stands. */
export const PlaceNumber = z.int().check(z.gte(1), z.lte(99));

/**
 * One household's turn at a pick-up place (handbook 2.1c). It names the bag code and the numbered place; name, phone and
 * door are in no field, for nobody.
 */
export const PickupSlotView = z.object({
  id: TaskId,
  state: z.enum(machine.states as [string, ...string[]]),
  revision: z.int(),
  delivery: TaskId,
  /** On the bag, and on the household's screen. */
  code: z.string(),
  /** The grid of the place; never a building. */
  area: AreaId,
  areaName: z.string(),
  /** Name of the pick-up place. */
  place: z.string(),
  /** Absent until the bag stands there. */
  number: z.optional(PlaceNumber),
  /** Somebody at the place who has the bag may put it here; taken by nobody at this moment. */
  freeNumber: z.optional(PlaceNumber),
  /** How many numbers the place has; for whoever puts bags there. */
  numbers: z.optional(PlaceNumber),
  /** The household's own three minutes. */
  from: Instant,
  to: Instant,
  /** Until then it waits on its place; afterwards the time is missed. */
  until: Instant,
  bagThere: z.boolean(),
  /** How many times have been missed: after one there is one more, after two it goes to the door. */
  missed: z.int(),
  part: PickupPart,
  since: Instant,
  actions: z.array(z.string()),
});
export type PickupSlotView = z.infer<typeof PickupSlotView>;

export const PickupTime = z.object({ from: Instant, to: Instant });

/** Free times of one Shanghai day at the place of a delivery, earliest first. */
export const PickupTimes = z.object({
  area: AreaId,
  place: z.string(),
  day: Day,
  items: z.array(PickupTime),
  /** The next day with a free time, when there is one within the days that can be chosen. */
  nextDay: z.optional(Day),
});
export type PickupTimes = z.infer<typeof PickupTimes>;

const gridRoles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];

export const getPickupSlot = endpoint({
  name: 'getPickupSlot',
  method: 'GET',
  path: '/pickup-slots/{id}',
  access: 'signedIn',
  params: byId,
  response: PickupSlotView,
  problems: ['not-found'],
  summary: 'One turn at a pick-up place.',
});
export const listPickupSlots = endpoint({
  name: 'listPickupSlots',
  method: 'GET',
  path: '/pickup-slots',
  access: { roles: gridRoles },
  query: z.strictObject({ ...pageQuery, day: z.optional(Day) }),
  response: pageOf(PickupSlotView),
  summary: 'Turns of one day in my area, oldest first, and all that are open from before. Absent day: today.',
});
export const myPickupSlots = endpoint({
  name: 'myPickupSlots',
  method: 'GET',
  path: '/work/pickup-slots',
  access: { roles: ['VOLUNTEER'] },
  /** `area`: only the places of this grid. */
  query: z.strictObject({ area: z.optional(AreaId) }),
  response: z.object({ items: z.array(PickupSlotView) }),
  summary: 'At the place: what stands there, whoever comes next first, then whose bag is still to come.',
});
export const pickupSlotOfDelivery = endpoint({
  name: 'pickupSlotOfDelivery',
  method: 'GET',
  path: '/deliveries/{id}/pickup-slot',
  access: 'signedIn',
  params: byId,
  response: PickupSlotView,
  problems: ['not-found'],
  summary: 'When and where this request is fetched; the newest turn, also when it has ended. 404 while there is none.',
});
export const pickupTimesOfDelivery = endpoint({
  name: 'pickupTimesOfDelivery',
  method: 'GET',
  path: '/deliveries/{id}/pickup-times',
  access: 'signedIn',
  params: byId,
  /** Absent: the first day with a free time. */
  query: z.strictObject({ day: z.optional(Day) }),
  response: PickupTimes,
  problems: ['not-found', 'transition-not-allowed'],
  summary: 'Free times at the place of this request. 409 when it goes to the door or is not on its way to a time.',
});
/** A time that is gone meanwhile answers capacity-full with `freeAt`, the next free time. */
export const reservePickupSlot = endpoint({
  name: 'reservePickupSlot',
  method: 'POST',
  path: '/deliveries/{id}/pickup-slot',
  access: 'signedIn',
  params: byId,
  /** `at`: the beginning of a free time; absent: the earliest one. */
  body: z.strictObject({ opId: intent.opId, at: z.optional(Instant) }),
  response: PickupSlotView,
  problems: ['not-found', 'transition-not-allowed', 'already-open', 'capacity-full', 'op-id-reused', 'outcome-unknown'],
  summary: 'Choose a time, for the own household, one spoken for, or any household of the own grid.',
});

const view = PickupSlotView;
/** What every choice of a time carries; absent: the earliest free one. */
const chosen = { at: z.optional(Instant) };

/** The actions a person can take over HTTP, by their name in the table. */
export const pickupSlotActions = {
  changeTime: action(machine, 'changeTime', chosen, view, ['capacity-full']),
  /** Another bag on this number answers capacity-full with `freeNumber`. */
  call: action(machine, 'call', { number: PlaceNumber }, view, ['capacity-full']),
  /** Who is not of the household says the code that stands on the bag. */
  pickUp: action(machine, 'pickUp', { code: z.optional(z.string().check(z.maxLength(12))) }, view, ['code-wrong']),
  miss: action(machine, 'miss', {}, view),
  reserveAgain: action(machine, 'reserveAgain', chosen, view, ['capacity-full']),
  /** The grid vouches by the reason: AT_DOOR_ELDER, AT_DOOR_DISABLED or AT_DOOR_QUARANTINE. */
  toDoor: action(machine, 'toDoor', {}, view),
  cancel: action(machine, 'cancel', {}, view),
};
export const pickupSlotQueries = {
  listPickupSlots,
  getPickupSlot,
  myPickupSlots,
  pickupSlotOfDelivery,
  pickupTimesOfDelivery,
  reservePickupSlot,
};
