import type { QueryOf, ResponseOf } from '@grid-relief/shared-types/contract';
import type { listRuns as listContract, RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { Problem } from '../../../http/problem';
import { areasOf, type PersonActor } from '../../../lifecycle';
import type { Run } from './run';
import type { RunDeps } from './run.deps';
import { maySeeRun } from './run.policy';
import { presentRun } from './run.presenter';
import { runRepository } from './run.repository';

const dispatcherRoles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] as const;
const pageSize = 20;

/** A run as this viewer may see it now. */
export async function viewRun(deps: RunDeps, actor: PersonActor, run: Run, now: Date): Promise<RunView> {
  const { county, area, assignment, detail } = run;
  const members = await runRepository(deps.connection).membersOf(county, run._id);
  const people = assignment.assignee ? [assignment.assignee] : [];
  const [views, labels, aisles] = await Promise.all([
    deps.presentDeliveries(actor, members),
    deps.labelsOf(county, people),
    deps.aislesOf(county, detail.shop),
  ]);
  const carrier = labels.get(assignment.assignee ?? '');
  const self = assignment.assignee === actor.personId;
  const areaNames = deps.areaNames(areaId(area));
  const holder = carrier ? { carrier: { ...carrier, ...(self ? { self } : {}) } } : {};
  return presentRun(run, actor, { members, views, areaNames, aisles, now, ...holder });
}

/** @throws Problem not-found, also when the viewer may not know of it */
export async function getRun(deps: RunDeps, actor: PersonActor, id: string, now: Date): Promise<RunView> {
  const run = await runRepository(deps.connection).byId(actor.county, id);
  if (!run || !maySeeRun(run, actor, now)) throw new Problem('not-found');
  return viewRun(deps, actor, run, now);
}

/** Runs the caller carries or is asked to carry. */
export async function myRuns(deps: RunDeps, actor: PersonActor, now: Date): Promise<{ items: RunView[] }> {
  const runs = await runRepository(deps.connection).ofPerson(actor.county, actor.personId);
  return { items: await Promise.all(runs.map((run) => viewRun(deps, actor, run, now))) };
}

/**
 * Open runs of the caller's area, page by page.
 * @throws Problem not-allowed for an area outside the caller's own
 */
export async function listRuns(
  deps: RunDeps,
  actor: PersonActor,
  query: QueryOf<typeof listContract>,
  now: Date,
): Promise<ResponseOf<typeof listContract>> {
  const { area, after, limit = pageSize } = query;
  const own = dispatcherRoles.flatMap((role) => areasOf(actor, role, now));
  if (area !== undefined && !scopeOf(area).some((id) => own.includes(id))) throw new Problem('not-allowed');
  const areas = area === undefined ? own : [area];
  const found = await runRepository(deps.connection).openIn(actor.county, areas, limit + 1, after);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const items = await Promise.all(page.map((run) => viewRun(deps, actor, run, now)));
  return { items, ...(found.length > limit && last ? { next: last._id } : {}) };
}
