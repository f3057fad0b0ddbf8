import {
  type LateFactView,
  lateFactActions,
  listLateFacts as listContract,
} from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { mount, type Route } from '../../../http/mount';
import { type PageQuery, pageOfRows } from '../../../http/page-of-rows';
import type { LateFact, PersonActor } from '../../../lifecycle';
import { decideLateFact, isIn, type LateFactAction, readingsOf } from './decide-late-fact';
import { presentLateFact } from './late-fact.presenter';
import { lateFactRepository } from './late-fact.repository';
import { type LateFactDeps, standingsOf } from './read-late-facts';

async function viewsOf(deps: LateFactDeps, actor: PersonActor, facts: readonly LateFact[]): Promise<LateFactView[]> {
  const [labels, standings] = await Promise.all([
    deps.labelsOf(actor.county, [...new Set(facts.map(({ fact }) => fact.by))]),
    standingsOf(deps, facts),
  ]);
  const around = { actor, labels, areaName: deps.areas.areaName, now: deps.now() };
  return standings.map((standing) => presentLateFact(standing, around));
}

async function list(deps: LateFactDeps, actor: PersonActor, query: PageQuery) {
  const facts = await lateFactRepository(deps.connection).openIn(actor.county, readingsOf(actor, deps.now()));
  const { rows, ...more } = pageOfRows(facts, ({ fact, _id }) => [fact.recordedAt.getTime(), _id], query);
  return { items: await viewsOf(deps, actor, rows), ...more };
}

async function decide(
  deps: LateFactDeps,
  action: LateFactAction,
  actor: PersonActor,
  id: string,
  body: Parameters<typeof decideLateFact>[4],
) {
  const { receipt, document } = await decideLateFact(deps, action, actor, id, body);
  const [view] = isIn(document, actor, deps.now()) ? await viewsOf(deps, actor, [document]) : [];
  return { receipt, ...(view ? { view } : {}) };
}

/** Facts from devices that came when their record had moved on: listed, and reconciled by a person (handbook 2). */
export function lateFactRoutes(deps: LateFactDeps): Route[] {
  return [
    mount(listContract, ({ actor, query }) => list(deps, actor, query)),
    mount(lateFactActions.apply, ({ actor, params, body }) => decide(deps, 'apply', actor, params.id, body)),
    mount(lateFactActions.note, ({ actor, params, body }) => decide(deps, 'note', actor, params.id, body)),
  ];
}
