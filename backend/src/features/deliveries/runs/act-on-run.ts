import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import { type Actor, type ActResult, act, type Condition, decideAnew, isAllowed } from '../../../lifecycle';
import type { Delivery } from '../delivery';
import type { Run } from './run';
import type { RunDeps } from './run.deps';
import { maySeeRun } from './run.policy';
import { runRepository } from './run.repository';
import { runVerbs } from './run.verbs';
import type { RunAction, RunAttempt, RunEffects } from './run-verb';

/** One action to one run, asked for by a person or by the product. */
export interface RunRequest {
  readonly county: string;
  readonly id: string;
  readonly action: RunAction;
  readonly actor: Actor;
  readonly opId: string;
  readonly body?: RunAttempt['body'];
  readonly occurredAt?: Date;
  readonly reason?: string;
  readonly revision?: number;
  readonly guard?: Condition;
}

/**
 * Does one action to a run (handbook 2.1a). What is decided from its list is written only while the list is still the
 * same, and decided again when somebody joined meanwhile.
 * @throws Problem as `act`, and capacity-full; transition-not-allowed when doors are open or something is paid
 */
export function actOnRun(deps: RunDeps, request: RunRequest): Promise<ActResult<Run>> {
  const runs = runRepository(deps.connection);
  const { county, id } = request;
  return decideAnew(
    request,
    () => runs.byId(county, id),
    async (run) => once(deps, request, run, await runs.membersOf(county, id)),
  );
}

async function once(
  deps: RunDeps,
  request: RunRequest,
  run: Run,
  members: readonly Delivery[],
): Promise<ActResult<Run>> {
  const { county, id, opId, actor, reason, body = {} } = request;
  const now = deps.now();
  const decided = mayDecide(request, run, now);
  const effects = decided
    ? await runVerbs[request.action]?.({ deps, run, members, actor, opId, now, reason, body })
    : undefined;
  const write = () => written(deps, request, run, effects ?? {}, now);
  if (!effects?.seat) return write();
  return deps.seats.takeWith({ county, person: effects.seat, task: id, opId }, now, write);
}

/** If not, the engine alone knows the answer: a repeat or a refusal. */
function mayDecide({ action, actor, opId }: RunRequest, run: Run, now: Date): boolean {
  const rule = runLifecycle.actions[action];
  const repeated = run.history.some((entry) => entry.opId === opId);
  return !repeated && rule.from.some((state) => state === run.state) && isAllowed(rule, run, actor, now);
}

function written(
  deps: RunDeps,
  request: RunRequest,
  run: Run,
  effects: RunEffects,
  now: Date,
): Promise<ActResult<Run>> {
  const { county: _county, body, guard = {}, ...sent } = request;
  const { seat: _seat, to, ...changes } = effects;
  const rule = runLifecycle.actions[request.action];
  // where the table leaves a choice and nothing was decided, the write is going to miss; it needs a name all the same
  const choice = typeof rule.to === 'string' ? {} : { to: to ?? rule.to[0] ?? '' };
  return act<string, string, Run>({
    ...changes,
    ...sent,
    ...choice,
    collection: runRepository(deps.connection).collection,
    machine: runLifecycle,
    kind: 'RUN',
    now,
    input: body,
    // without an empty part: inside $and one makes the database walk the collection
    guard: Object.keys(guard).length > 0 ? { $and: [guard, { revision: run.revision }] } : { revision: run.revision },
    visible: (found, viewer) => maySeeRun(found, viewer, now),
  });
}
