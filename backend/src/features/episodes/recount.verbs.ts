import { isInPhase } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { latest, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import type { PhaseKind } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { instead } from '../../acting';
import { timerAt } from '../../lifecycle';
import type { NewEntry } from '../../outbox';
import { type EpisodePlan, phaseAt, planOf, type Recount } from '../quarantine';
import { linesFor, planFor } from './counting.rules';
import { nextTestLook } from './daily-clock.rules';
import { linksMoved, lookAtEnd, sameStay, tell, tellRole } from './entries';
import type { Episode, EpisodeDetail, KeptRecount, RecountBody } from './episode';
import { detailOf, type EpisodeAttempt, type EpisodeEffects, type EpisodeVerb, endOfPhase } from './verb';

const codeOf = { SHORTENED: 'END_EARLIER', LENGTHENED: 'END_LATER', SAME_END: 'RULES_CHANGED' } as const;
type Applied = keyof typeof codeOf;

/** The old and the new category with their reasons, as a row that is pushed; nothing where no change is behind it. */
export async function keptRecount({ deps, record, opId, body }: EpisodeAttempt): Promise<EpisodeEffects['push'] & {}> {
  if (!body.recounted) return {};
  const { change, recount } = body.recounted;
  const { oldEnd, newEnd, oldBasis, newBasis } = recount;
  if (!oldEnd || !newEnd) throw new Error('an open episode has an end');
  const sealed = await deps.seal(record.county, JSON.stringify({ old: oldBasis, new: newBasis }), 'who');
  const row: KeptRecount = { opId, change, at: deps.now(), oldEnd, newEnd, sealed };
  return { 'detail.recounts': [row] };
}

/** By another rule from now on (handbook 5.7); every number of it comes from the pure rules. */
function recounts(kinds: readonly Applied[]): EpisodeVerb {
  return async (attempt) => {
    const { record, now, body } = attempt;
    const { recounted } = body;
    const kind = kinds.find((one) => one === recounted?.recount.kind);
    if (!recounted || !kind) throw instead(record, 'refresh');
    mustBeAsJudged(record, recounted.recount);
    const { unset, ...changes } = await changesOf(attempt, recounted);
    const after: EpisodeDetail = { ...record.detail, ...changes };
    return {
      set: detailOf(changes),
      unset,
      push: await keptRecount(attempt),
      emit: [
        lookAtEnd(latest(now, endOfPhase(after))),
        ...earlierLook(record, after, now),
        // the chain hears when its link is to end now
        linksMoved({ link: 'EPISODE', how: 'moveEnd' }),
        ...tell(record, codeOf[kind]),
        ...moveDue(record, recounted.recount.place.to),
      ],
    };
  };
}

/** Judged from a record that another change has moved since: it is judged again, by whoever delivers it again. */
function mustBeAsJudged({ detail }: Episode, { oldEnd }: Recount): void {
  if (planFor(detail).endsAt.getTime() !== oldEnd?.getTime()) throw new Error('counted otherwise meanwhile');
}

type Changes = Partial<EpisodeDetail> & { readonly unset: readonly string[] };

async function changesOf(attempt: EpisodeAttempt, { recount, ...said }: RecountBody): Promise<Changes> {
  const { record } = attempt;
  const { count, newBasis } = recount;
  if (!count?.recounted || !newBasis) throw new Error('nothing to count by');
  const { anchor, dayOneRule, missedTestHour, phases, recounted } = count;
  const { category, policyCode: code, policyVersion: version } = newBasis;
  const { linkedContact, antigen, feverTenths = record.detail.feverTenths } = said;
  return {
    ...{ category, policy: { code, version }, anchor: minuteOf(anchor), dayOneRule, missedTestHour, phases, recounted },
    ...{ feverTenths, phase: phaseUnder(record, planOf(count), recounted.at) },
    ...(linkedContact ? { linkedContact } : {}),
    ...(antigen ? { antigen } : {}),
    sealed: await resealed(attempt, newBasis.reason),
    unset: linkedContact ? [] : ['detail.linkedContact'],
  };
}

/**
 * Never a later phase than the one the person is in: each end that a new rule brings forward is looked at, one after the
 * other, so that nobody leaves past a result or a sample that is waited for. Who is in monitoring stays to the end.
 */
function phaseUnder({ state, detail }: Episode, plan: EpisodePlan, at: Date): number {
  const running = phaseAt(plan, at);
  if (state === 'MONITORING' && plan.phases[running]?.kind !== 'MONITORING') return Math.max(0, plan.phases.length - 1);
  return Math.min(detail.phase, running);
}

/** Name and phone stay; the reason is the one that holds. */
async function resealed({ deps, record }: EpisodeAttempt, reason: unknown): Promise<string> {
  const { county, detail } = record;
  const text = await deps.unseal(county, detail.sealed, 'who');
  // the key was destroyed with its purpose: what nobody can read stays
  if (text === undefined) return detail.sealed;
  return deps.seal(county, JSON.stringify({ ...JSON.parse(text), reason }), 'who');
}

/** A test that the new rule asks for before anybody would have looked; otherwise the timer that runs is enough. */
function earlierLook(record: Episode, after: EpisodeDetail, now: Date): NewEntry[] {
  if (!isInPhase(record.state)) return [];
  const look = nextTestLook(linesFor(after, now), after.missedTestHour, now);
  const known = nextTestLook(linesFor(record.detail, now), record.detail.missedTestHour, now);
  return look && (!known || look < known) ? [timerAt('testOverdue', look, sameStay(record))] : [];
}

/** The phase belongs elsewhere: somebody moves the person. A home that did not pass stays a site. */
function moveDue(record: Episode, to: PhaseKind | undefined): NewEntry[] {
  const { placement, verdict } = record.detail;
  const isThere =
    !to || !placement || to === placement || to === 'MONITORING' || (to === 'HOME' && verdict === 'CENTRAL');
  return isThere ? [] : [tellRole(record, 'GRID_LEADER', 'MOVE_DUE')];
}

/** What a change of policy or risk list does to a quarantine (handbook 2.3, 5.7). */
export const recountVerbs = {
  shorten: recounts(['SHORTENED', 'SAME_END']),
  lengthen: recounts(['LENGTHENED']),
};
