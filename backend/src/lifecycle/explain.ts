import { Problem } from '../http/problem';
import type { ActResult, Prepared } from './act-request';
import { type Actor, isSystem, nameOf } from './actor';
import { allowedFilter, isAllowed, knowsAction, permittedActions } from './allowed';
import { type HistoryEntry, receiptOf, type Tracked } from './tracked';

/**
 * The first answer again, when this operation had been done before.
 * @returns undefined when it had not
 * @throws Problem op-id-reused when it was another person's, or carries another input
 */
export function repeatOf<D extends Tracked>(request: Prepared<D>, document: D): ActResult<D> | undefined {
  const earlier = document.history.find((entry) => entry.opId === request.opId);
  if (!earlier) return undefined;
  if (earlier.by !== nameOf(request.actor) || earlier.inputHash !== request.hash) throw new Problem('op-id-reused');
  return { receipt: receiptOf(earlier), document, repeated: true };
}

/**
 * Why the write did not match, from the record as it is now. The order matters: who may not see a record learns
 * nothing about it, and who may not act is not told its state as a reason.
 */
export function refusalOf<D extends Tracked>(request: Prepared<D>, document: D): Problem {
  const { rule, actor, now, visible } = request;
  if (!isSystem(actor) && !visible(document, actor)) return new Problem('not-found');
  if (!allowedFilter(rule, actor, now)) return new Problem('not-allowed');
  if (!rule.from.includes(document.state)) return outOfState(request, document);
  if (!knowsAction(rule, document)) return conflict('transition-not-allowed', request, document);
  if (!isAllowed(rule, document, actor, now)) {
    return offerRanOut(request, document) ? conflict('offer-expired', request, document) : new Problem('not-allowed');
  }
  // it would match now: the revision, what the decision depended on, or the state in between was another
  return conflict('changed-meanwhile', request, document);
}

/** Whether the action could be taken as the record is now: a write that missed has lost a race. */
export function fitsNow({ rule, actor, now, revision }: Prepared, document: Tracked): boolean {
  const isAsSeen = revision === undefined || revision === document.revision;
  return (
    isAsSeen &&
    rule.from.includes(document.state) &&
    knowsAction(rule, document) &&
    isAllowed(rule, document, actor, now)
  );
}

/** Left behind by somebody else's act: changed. Never there, or long past it: the step does not exist from here. */
function outOfState(request: Prepared, document: Tracked): Problem {
  const wasThere = document.history.at(-1)?.from;
  const justLeft = wasThere !== undefined && request.rule.from.includes(wasThere);
  return conflict(justLeft ? 'changed-meanwhile' : 'transition-not-allowed', request, document);
}

function offerRanOut({ rule, actor, now }: Prepared, { assignment }: Tracked): boolean {
  if (isSystem(actor) || assignment.offeredTo !== actor.personId) return false;
  const byOffer = rule.by.some((allowed) => 'relation' in allowed && allowed.relation === 'offeredTo');
  return byOffer && assignment.expiresAt !== undefined && assignment.expiresAt <= now;
}

function conflict(
  type: 'changed-meanwhile' | 'transition-not-allowed' | 'offer-expired',
  { machine, actor, now }: Prepared,
  document: Tracked,
): Problem {
  const { state, revision } = document;
  const actions = permittedActions(machine, document, actor, now);
  return new Problem(type, undefined, { state, revision, next: 'refresh', actions });
}

/** Whether the actor has had to do with the record before: acted on it, or held it. */
export function hasStanding(history: readonly HistoryEntry[], actor: Actor): boolean {
  const name = nameOf(actor);
  return history.some((entry) => entry.by === name || entry.holder === name);
}
