import type { QueryOf } from '@grid-relief/shared-types/contract';
import type {
  gridQueue as gridQueueEndpoint,
  pool as poolEndpoint,
} from '@grid-relief/shared-types/deliveries/delivery.contract';
import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { type PageQuery, type Place, pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, householdsOf, isAllowed, type PersonActor } from '../../lifecycle';
import { cardOut, overButForCard } from './custody.rules';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { holderStates } from './delivery.policy';
import { deliveryRepository } from './delivery.repository';
import type { DeliveryInList } from './delivery-in-list';
import { isLate } from './next-step.rules';
import { walkingOrder } from './runs/batching.rules';
import { doctorFlags } from './triage.rules';
import { rowsFor, viewsFor } from './view-delivery';

const defaultLimit = 30;
/** A grid has some dozens of open requests; whoever looks at more sees the most urgent of them. */
const queueLimit = 500;
const gridRoles: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];
const asking: readonly string[] = [
  'SUBSTITUTION_PENDING',
  'ADDRESS_QUERY',
  'CANCEL_ASKED',
  'ON_HOLD',
  'HANDOVER_PENDING',
  'DISPUTED',
];
/** The holder still has money to count after the door. */
const mine: readonly string[] = [...holderStates, 'NOTHING_BOUGHT', 'CONFIRMED', 'UNPAID'];

/** Requests of the households a person lives in or speaks for, newest first. */
export async function myDeliveries(
  deps: DeliveryDeps,
  actor: PersonActor,
  query: {
    readonly after?: string | undefined;
    readonly limit?: number | undefined;
    readonly open?: string | undefined;
  },
) {
  const households = householdsOf(actor);
  // who only works here has none: nothing is asked of the database, which may walk the whole county to find nothing
  if (households.length === 0) return { items: [] };
  const deliveries = deliveryRepository(deps.connection);
  const limit = query.limit ?? defaultLimit;
  const before = new Date(query.after ?? Number.NaN);
  const found = await deliveries.rows(
    {
      county: actor.county,
      household: { $in: households },
      ...(query.open === 'yes' ? { state: { $in: deliveries.open } } : {}),
      ...(query.open === 'no' ? { state: { $nin: deliveries.open } } : {}),
      ...(Number.isNaN(before.getTime()) ? {} : { createdAt: { $lt: before } }),
    },
    { createdAt: -1 },
    limit,
  );
  const last = found.at(-1);
  const more = found.length === limit && last ? { next: last.createdAt.toISOString() } : {};
  return {
    items: await rowsFor(
      deps,
      actor,
      found.filter(({ state }) => state !== 'VOID'),
    ),
    ...more,
  };
}

/** What a person holds: doors in walking order (building, unit, floor), then what is only money, or a household's card. */
export async function heldByMe(deps: DeliveryDeps, actor: PersonActor) {
  const { county, personId } = actor;
  const states = [...mine, ...overButForCard];
  const all = await deliveryRepository(deps.connection).ofPerson(county, 'assignee', personId, states);
  const found = all.filter((one) => mine.includes(one.state) || cardOut(one)?.heldBy === personId);
  const doors = await deps.households.doorCodes(actor.county, [...new Set(found.map(({ household }) => household))]);
  const order = walkingOrder(
    found.map(({ _id, household }) => ({ delivery: _id, doorCode: doors.get(household) ?? '' })),
  );
  const placeOf = ({ _id, state }: Delivery): Place => [holderStates.includes(state) ? 0 : 1, order.indexOf(_id)];
  return { items: await viewsFor(deps, actor, pageOfRows(found, placeOf, { limit: found.length }).rows) };
}

/** Offers that wait for this person's answer. */
export async function offeredToMe(deps: DeliveryDeps, actor: PersonActor) {
  const deliveries = deliveryRepository(deps.connection);
  const now = deps.now();
  const found = await deliveries.ofPerson(actor.county, 'offeredTo', actor.personId, ['OFFERED']);
  const standing = found.filter(({ assignment }) => assignment.expiresAt !== undefined && assignment.expiresAt > now);
  return { items: await viewsFor(deps, actor, standing) };
}

const poolStates = {
  both: ['TRIAGED', 'HANDOVER_PENDING'],
  yes: ['HANDOVER_PENDING'],
  no: ['TRIAGED'],
} as const;

const byUrgency = ({ priority, waitingSince, _id }: DeliveryInList): Place => [priority, waitingSince.getTime(), _id];

/** Work a person may take, most urgent first, then oldest. */
export async function pool(deps: DeliveryDeps, actor: PersonActor, query: QueryOf<typeof poolEndpoint>) {
  const now = deps.now();
  const areas = areasOf(actor, 'VOLUNTEER', now);
  const waiting = await deliveryRepository(deps.connection).rows(
    { county: actor.county, scope: { $in: areas }, state: { $in: poolStates[query.handover ?? 'both'] } },
    { priority: 1, waitingSince: 1 },
    queueLimit,
  );
  const rule = { TRIAGED: machine.actions.claim, HANDOVER_PENDING: machine.actions.takeOver };
  const eligible = waiting.filter((task) => {
    const taking = task.state === 'TRIAGED' ? rule.TRIAGED : rule.HANDOVER_PENDING;
    const { handoverTo, atPoint } = task.detail;
    // bags at the point of a sealed zone are taken through their handover
    if (atPoint !== undefined) return false;
    // bags that somebody named is coming for are nobody else's
    return isAllowed(taking, task, actor, now) && (handoverTo === undefined || handoverTo === actor.personId);
  });
  const { rows, ...more } = pageOfRows(eligible, byUrgency, query);
  return { items: await rowsFor(deps, actor, rows), ...more };
}

/**
 * Open requests of the reader's areas: late ones first, then by priority and age; with what each tab holds.
 * @throws Problem not-allowed for an area that is not the reader's
 */
export async function gridQueue(deps: DeliveryDeps, actor: PersonActor, query: QueryOf<typeof gridQueueEndpoint>) {
  const now = deps.now();
  const own = gridRoles.flatMap((role) => areasOf(actor, role, now));
  const wanted = query.area;
  if (wanted && !scopeOf(wanted).some((area) => own.includes(area))) throw new Problem('not-allowed');
  const deliveries = deliveryRepository(deps.connection);
  const areas = wanted ? [wanted] : own;
  const filter = { county: actor.county, scope: { $in: areas }, state: { $in: deliveries.open } };
  const all = await deliveries.rows(filter, { priority: 1, waitingSince: 1 }, queueLimit);
  const tabs: Record<typeof query.tab, DeliveryInList[]> = {
    late: all.filter((delivery) => isLate(delivery, now)),
    new: all.filter(({ state }) => state === 'SUBMITTED'),
    asking: all.filter(({ state }) => asking.includes(state)),
    all,
  };
  const isFirst = (delivery: DeliveryInList) =>
    query.tab === 'new' ? delivery.detail.flags.length > 0 : isLate(delivery, now);
  const placeOf = (delivery: DeliveryInList): Place => [isFirst(delivery) ? 0 : 1, ...byUrgency(delivery)];
  const { rows, ...more } = pageOfRows(tabs[query.tab], placeOf, query);
  const counts = { late: tabs.late.length, new: tabs.new.length, asking: tabs.asking.length, all: all.length };
  return { items: await rowsFor(deps, actor, rows), counts, ...more };
}

/** Medicine that waits for a doctor in the reader's areas, most urgent first (handbook 4.2, 4.8). */
export async function doctorQueue(deps: DeliveryDeps, actor: PersonActor, query: PageQuery) {
  const areas = areasOf(actor, 'DOCTOR', deps.now());
  const waiting = await deliveryRepository(deps.connection).rows(
    { county: actor.county, scope: { $in: areas }, state: 'SUBMITTED', 'detail.flags': { $in: [...doctorFlags] } },
    { priority: 1, waitingSince: 1 },
    queueLimit,
  );
  const { rows, ...more } = pageOfRows(waiting, byUrgency, query);
  return { items: await rowsFor(deps, actor, rows), ...more };
}
