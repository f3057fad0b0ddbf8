import { Problem } from '../../http/problem';
import { type Actor, type ActResult, act, type Condition, isAllowed } from '../../lifecycle';
import { type HandoverLeg, type LegAction, machine } from './handover-leg';
import type { HandoverLegDeps } from './handover-leg.deps';
import { maySeeLeg } from './handover-leg.policy';
import { handoverLegRepository } from './handover-leg.repository';
import { type LegAttempt, type LegEffects, legVerbs } from './handover-leg.verbs';

/** One action to one handover, asked for by a person or by the product. */
export interface LegRequest {
  readonly county: string;
  readonly id: string;
  readonly action: LegAction;
  readonly actor: Actor;
  readonly opId: string;
  readonly body?: LegAttempt['body'];
  readonly occurredAt?: Date;
  readonly reason?: string;
  readonly revision?: number;
  readonly guard?: Condition;
}

/**
 * Does one action to a handover (handbook 2.1b). What was counted is decided from the record as read, and written only
 * while it is still so.
 * @throws Problem as `act`, and capacity-full; transition-not-allowed when the counts say otherwise or nobody signed
 */
export async function actOnLeg(deps: HandoverLegDeps, request: LegRequest): Promise<ActResult<HandoverLeg>> {
  const { county, id, opId, actor, action, body = {} } = request;
  const leg = await handoverLegRepository(deps.connection).byId(county, id);
  if (!leg) throw new Problem('not-found');
  const now = deps.now();
  const decided = mayDecide(request, leg, now);
  const effects = decided ? await legVerbs[action]?.({ deps, leg, actor, opId, now, body }) : undefined;
  const write = () => written(deps, request, leg, effects ?? {}, decided, now);
  if (!effects?.seat) return write();
  return deps.seats.takeWith({ county, person: effects.seat, task: id, opId }, now, write);
}

/** If not, the engine alone knows the answer: a repeat, a late fact or a refusal. */
function mayDecide({ action, actor, opId }: LegRequest, leg: HandoverLeg, now: Date): boolean {
  const rule = machine.actions[action];
  const repeated = leg.history.some((entry) => entry.opId === opId);
  return !repeated && rule.from.some((state) => state === leg.state) && isAllowed(rule, leg, actor, now);
}

function written(
  deps: HandoverLegDeps,
  request: LegRequest,
  leg: HandoverLeg,
  effects: LegEffects,
  decided: boolean,
  now: Date,
): Promise<ActResult<HandoverLeg>> {
  const { county: _county, body, guard = {}, ...sent } = request;
  const { seat: _seat, ...changes } = effects;
  const asRead = decided ? { revision: leg.revision } : {};
  const parts = [guard, asRead].filter((part) => Object.keys(part).length > 0);
  return act<string, string, HandoverLeg>({
    ...changes,
    ...sent,
    collection: handoverLegRepository(deps.connection).collection,
    machine,
    kind: 'HANDOVER_LEG',
    now,
    input: body,
    // without an empty part: inside $and one makes the database walk the collection
    guard: parts.length > 1 ? { $and: parts } : (parts[0] ?? {}),
    visible: (found, viewer) => maySeeLeg(found, viewer, now),
  });
}
