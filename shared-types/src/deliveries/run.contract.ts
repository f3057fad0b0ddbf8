import { action, byId, endpoint } from '../contract';
import { runLifecycle as machine } from '../lifecycles/run.lifecycle';
import { AreaId } from '../primitives/areas';
import { Fen } from '../primitives/fen';
import { FileId, PersonId, ShopId, TaskId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { DeliveryState, DeliveryView, NextStep, Priority, RouteReason, Somebody } from './delivery.schema';

export const RunState = z.enum(machine.states as [string, ...string[]]);

/** One shelf position of the consolidated shopping list: who needs how many is shown by bag code, never by name. */
export const PickLine = z.object({
  aisle: z.string(),
  sku: z.optional(z.string()),
  name: z.string(),
  nameEn: z.optional(z.string()),
  picture: z.optional(z.string()),
  unit: z.string(),
  quantity: z.int(),
  cold: z.boolean(),
  estimateFen: Fen,
  bags: z.array(z.object({ code: z.string(), delivery: TaskId, line: z.string(), quantity: z.int() })),
});
/** A door in walking order; door, name and phone only for the holder while holding. */
export const RunDoor = z.object({
  delivery: TaskId,
  code: z.string(),
  state: DeliveryState,
  order: z.int(),
  itemCount: z.int(),
  bags: z.optional(z.int()),
  notes: z.array(z.string()),
  door: z.optional(z.string()),
  cold: z.boolean(),
});

/** Cash of the float at the last change of carrier. Fen. */
export const HandoverCash = z.object({
  statedFen: Fen,
  countedFen: z.optional(Fen),
  agreedFen: z.optional(Fen),
  /** Counted by whoever keeps the money: it is not with any carrier. */
  toCashier: z.optional(z.literal(true)),
});

export const RunView = z.object({
  id: TaskId,
  state: RunState,
  revision: z.int(),
  area: AreaId,
  areaNames: z.array(z.string()),
  shop: z.optional(z.object({ id: ShopId, name: z.string() })),
  priority: Priority,
  window: z.object({ from: Instant, to: Instant, cutOff: Instant }),
  doorCount: z.int(),
  weightGrams: z.int(),
  estimateFen: Fen,
  /** What its present carrier paid for its doors; what another paid is that one's. */
  advancedFen: Fen,
  floatFen: Fen,
  floatReturnedFen: z.optional(Fen),
  /** The last change of carrier, with the counts of both. */
  handover: z.optional(
    z.object({ bags: z.int(), countedBags: z.optional(z.int()), at: Instant, photo: z.optional(FileId) }),
  ),
  /** Cash that changed hands with the run: as the first said, as the next one counted, as it counts. */
  handoverCash: z.optional(HandoverCash),
  /** What whoever carries it answers for now, and what of it that one has not paid out. */
  cashHeldFen: z.optional(Fen),
  cashExpectedFen: z.optional(Fen),
  picking: z.array(PickLine),
  doors: z.array(RunDoor),
  deliveries: z.array(DeliveryView),
  carrier: z.optional(Somebody),
  offer: z.optional(z.object({ expiresAt: Instant, reason: RouteReason })),
  reason: z.optional(RouteReason),
  next: NextStep,
  actions: z.array(z.string()),
});
export type RunView = z.infer<typeof RunView>;

export const getRun = endpoint({
  name: 'getRun',
  method: 'GET',
  path: '/runs/{id}',
  access: 'signedIn',
  params: byId,
  response: RunView,
  problems: ['not-found'],
  summary: 'One run: picking list by aisle, doors in walking order.',
});
export const myRuns = endpoint({
  name: 'myRuns',
  method: 'GET',
  path: '/work/runs',
  access: { roles: ['VOLUNTEER'] },
  response: z.object({ items: z.array(RunView) }),
  summary: 'Runs I hold or am offered.',
});
export const listRuns = endpoint({
  name: 'listRuns',
  method: 'GET',
  path: '/runs',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery, area: z.optional(AreaId) }),
  response: pageOf(RunView),
  problems: ['not-allowed'],
  summary: 'Open runs of my area.',
});

const runBags = z.int().check(z.gte(0), z.lte(200));

export const runActions = {
  lock: action(machine, 'lock', {}, RunView),
  accept: action(machine, 'accept', {}, RunView, ['offer-expired', 'capacity-full']),
  decline: action(machine, 'decline', {}, RunView, ['offer-expired']),
  claim: action(machine, 'claim', {}, RunView, ['capacity-full']),
  assign: action(machine, 'assign', { to: PersonId }, RunView, ['capacity-full', 'not-found']),
  reassign: action(machine, 'reassign', { to: PersonId }, RunView, ['capacity-full', 'not-found']),
  giveBack: action(machine, 'giveBack', {}, RunView),
  startShopping: action(machine, 'startShopping', {}, RunView),
  startDoors: action(machine, 'startDoors', {}, RunView),
  askHelp: action(machine, 'askHelp', {}, RunView),
  /**
   * Photographed by the carrier who gives; a leader may hand over what nobody stands beside. `cashFen`: how much of the
   * float goes along; needed where cash is out.
   */
  handOver: action(
    machine,
    'handOver',
    { to: PersonId, bags: runBags, photo: z.optional(FileId), cashFen: z.optional(Fen) },
    RunView,
    ['capacity-full', 'not-found', 'invalid-input'],
  ),
  countHandOver: action(machine, 'countHandOver', { bags: runBags, cashFen: z.optional(Fen) }, RunView),
  takeCash: action(machine, 'takeCash', { cashFen: Fen }, RunView, ['invalid-input']),
  agreeCash: action(machine, 'agreeCash', { cashFen: Fen }, RunView),
  giveFloat: action(machine, 'giveFloat', { floatFen: Fen }, RunView),
  settleDoors: action(machine, 'settleDoors', {}, RunView),
  close: action(machine, 'close', { floatReturnedFen: Fen }, RunView),
  dissolve: action(machine, 'dissolve', {}, RunView),
};
export const runQueries = { myRuns, listRuns, getRun };
