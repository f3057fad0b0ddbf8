import type { BodyOf } from '@grid-relief/shared-types/contract';
import {
  type LateFactView,
  lateFactActions,
  listLateFacts as listContract,
} from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { lateFactLifecycle as machine } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import type { Role } from '@grid-relief/shared-types/roles';
import { mount, type Route } from '../../../http/mount';
import { type Actor, act, areasOf, isSystem, type LateFact, type PersonActor } from '../../../lifecycle';
import type { DeliveryDeps } from '../delivery.deps';
import { type PageQuery, pageOfRows } from '../page-of-rows';
import { presentLateFact } from './late-fact.presenter';
import { lateFactRepository } from './late-fact.repository';

const reconcilers: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
type LateFactAction = keyof typeof lateFactActions;

function areasFor(actor: PersonActor, now: Date): string[] {
  return reconcilers.flatMap((role) => areasOf(actor, role, now));
}

async function viewsOf(deps: DeliveryDeps, actor: PersonActor, facts: readonly LateFact[]): Promise<LateFactView[]> {
  const labels = await deps.labelsOf(actor.county, [...new Set(facts.map(({ fact }) => fact.by))]);
  return facts.map((fact) => presentLateFact(fact, { actor, labels, areaName: deps.areas.areaName, now: deps.now() }));
}

async function list(deps: DeliveryDeps, actor: PersonActor, query: PageQuery) {
  const facts = await lateFactRepository(deps.connection).openIn(actor.county, areasFor(actor, deps.now()));
  const { rows, ...more } = pageOfRows(facts, ({ fact, _id }) => [fact.recordedAt.getTime(), _id], query);
  return { items: await viewsOf(deps, actor, rows), ...more };
}

async function reconcile(
  deps: DeliveryDeps,
  action: LateFactAction,
  actor: PersonActor,
  id: string,
  { opId, occurredAt, reason, revision }: BodyOf<(typeof lateFactActions)[LateFactAction]>,
) {
  const now = deps.now();
  const { receipt, document } = await act<string, string, LateFact>({
    collection: lateFactRepository(deps.connection).collection,
    machine,
    ...{ action, id, actor, opId, now },
    ...(occurredAt ? { occurredAt: new Date(occurredAt) } : {}),
    ...(reason ? { reason: reason.code } : {}),
    ...(revision === undefined ? {} : { revision }),
    visible: (found, viewer) => isIn(found, viewer, now),
  });
  const [view] = isIn(document, actor, now) ? await viewsOf(deps, actor, [document]) : [];
  return { receipt, ...(view ? { view } : {}) };
}

function isIn({ scope }: LateFact, viewer: Actor, now: Date): boolean {
  return isSystem(viewer) || areasFor(viewer, now).some((area) => scope.includes(area));
}

/** Facts from devices that came when their record had moved on: listed, and reconciled by a person (handbook 2). */
export function lateFactRoutes(deps: DeliveryDeps): Route[] {
  return [
    mount(listContract, ({ actor, query }) => list(deps, actor, query)),
    mount(lateFactActions.apply, ({ actor, params, body }) => reconcile(deps, 'apply', actor, params.id, body)),
    mount(lateFactActions.note, ({ actor, params, body }) => reconcile(deps, 'note', actor, params.id, body)),
  ];
}
