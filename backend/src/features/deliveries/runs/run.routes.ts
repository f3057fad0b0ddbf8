import type { BodyOf } from '@grid-relief/shared-types/contract';
import { runActions, runQueries } from '@grid-relief/shared-types/deliveries/run.contract';
import { mount, type Route } from '../../../http/mount';
import type { SignedInRequest } from '../../../http/request';
import { actOnRun } from './act-on-run';
import { getRun, listRuns, myRuns, viewRun } from './read-runs';
import type { RunDeps } from './run.deps';
import { maySeeRun } from './run.policy';
import type { RunAction } from './run-verb';

type AnyRunAction = (typeof runActions)[keyof typeof runActions];
/** What every action of a run carries, and the fields some of them add. */
type RunBody = BodyOf<AnyRunAction> & {
  readonly to?: string;
  readonly bags?: number;
  readonly floatFen?: number;
  readonly floatReturnedFen?: number;
  readonly cashFen?: number;
};

/** Endpoints of runs: reading, and one for every action a person may take. */
export function runRoutes(deps: RunDeps): Route[] {
  const names = Object.keys(runActions) as (keyof typeof runActions)[]; // the keys it was written with
  return [
    mount(runQueries.getRun, ({ actor, params, now }) => getRun(deps, actor, params.id, now)),
    mount(runQueries.myRuns, async ({ actor, now }) => myRuns(deps, actor, now)),
    mount(runQueries.listRuns, ({ actor, query, now }) => listRuns(deps, actor, query, now)),
    ...names.map((name) => mount(runActions[name] as AnyRunAction, (request) => answer(deps, name, request))),
  ];
}

async function answer(deps: RunDeps, action: RunAction, { actor, params, body, now }: SignedInRequest<AnyRunAction>) {
  const { opId, occurredAt, reason, revision, ...own } = body as RunBody;
  const { receipt, document } = await actOnRun(deps, {
    action,
    actor,
    opId,
    county: actor.county,
    id: params.id,
    body: own,
    ...(occurredAt ? { occurredAt: new Date(occurredAt) } : {}),
    ...(reason ? { reason: reason.code } : {}),
    ...(revision === undefined ? {} : { revision }),
  });
  // out of sight after the act: the receipt is all there is
  const view = maySeeRun(document, actor, now) ? { view: await viewRun(deps, actor, document, now) } : {};
  return { receipt, ...view };
}
