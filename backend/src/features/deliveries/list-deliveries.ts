import type { QueryOf } from '@grid-relief/shared-types/contract';
import type { gridQueue as gridQueueEndpoint } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { deliveryLifecycle as machine } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { Problem } from '../../http/problem';
import { areasOf, isAllowed, type PersonActor } from '../../lifecycle';
import type { Delivery } from './delivery';
import type { DeliveryDeps } from './delivery.deps';
import { holderStates } from './delivery.policy';
import { deliveryRepository } from './delivery.repository';
import { isLate } from './next-step.rules';
import { rowsFor, viewsFor } from './view-delivery';

const defaultLimit = 30;
/** A grid has some dozens of open requests; whoever looks at more sees the most urgent of them. */
const queueLimit = 500;
const gridRoles: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];
const asking: readonly string[] = ['SUBSTITUTION_PENDING', 'ADDRESS_QUERY', 'CANCEL_ASKED', 'ON_HOLD', 'DISPUTED'];
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
  const deliveries = deliveryRepository(deps.connection);
  const limit = query.limit ?? defaultLimit;
  const before = new Date(query.after ?? Number.NaN);
  const found = await deliveries.list(
    {
      county: actor.county,
      household: { $in: [...actor.ownHouseholds, ...actor.proxyHouseholds] },
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

/** What a person holds, doors before money. */
export async function heldByMe(deps: DeliveryDeps, actor: PersonActor) {
  const found = await deliveryRepository(deps.connection).ofPerson(actor.county, 'assignee', actor.personId, mine);
  return { items: await viewsFor(deps, actor, found) };
}

/** Offers that wait for this person's answer. */
export async function offeredToMe(deps: DeliveryDeps, actor: PersonActor) {
  const deliveries = deliveryRepository(deps.connection);
  const now = deps.now();
  const found = await deliveries.ofPerson(actor.county, 'offeredTo', actor.personId, ['OFFERED']);
  const standing = found.filter(({ assignment }) => assignment.expiresAt !== undefined && assignment.expiresAt > now);
  return { items: await viewsFor(deps, actor, standing) };
}

/** Work a person may take, most urgent first, then oldest. */
export async function pool(deps: DeliveryDeps, actor: PersonActor, query: { readonly limit?: number | undefined }) {
  const now = deps.now();
  const areas = areasOf(actor, 'VOLUNTEER', now);
  const waiting = await deliveryRepository(deps.connection).list(
    { county: actor.county, scope: { $in: areas }, state: { $in: ['TRIAGED', 'HANDOVER_PENDING'] } },
    { priority: 1, waitingSince: 1 },
    queueLimit,
  );
  const rule = { TRIAGED: machine.actions.claim, HANDOVER_PENDING: machine.actions.takeOver };
  const eligible = waiting.filter((task) => {
    const taking = task.state === 'TRIAGED' ? rule.TRIAGED : rule.HANDOVER_PENDING;
    return isAllowed(taking, task, actor, now);
  });
  return { items: await rowsFor(deps, actor, eligible.slice(0, query.limit ?? defaultLimit)) };
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
  const all = await deliveries.list(filter, { priority: 1, waitingSince: 1 }, queueLimit);
  const tabs: Record<typeof query.tab, Delivery[]> = {
    late: all.filter((delivery) => isLate(delivery, now)),
    new: all.filter(({ state }) => state === 'SUBMITTED').sort(flaggedFirst),
    asking: all.filter(({ state }) => asking.includes(state)),
    all,
  };
  const rows = await rowsFor(deps, actor, tabs[query.tab].slice(0, query.limit ?? defaultLimit));
  const counts = { late: tabs.late.length, new: tabs.new.length, asking: tabs.asking.length, all: all.length };
  return { items: rows, counts };
}

function flaggedFirst(a: Delivery, b: Delivery): number {
  return Number(b.detail.flags.length > 0) - Number(a.detail.flags.length > 0);
}
