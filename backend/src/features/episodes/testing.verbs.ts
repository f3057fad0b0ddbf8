import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { instead } from '../../acting';
import { Problem } from '../../http/problem';
import { isSystem, personOf, timerAt } from '../../lifecycle';
import { missedBy } from '../quarantine';
import { linesFor, planFor, verdictFor } from './counting.rules';
import { nextTestLook } from './daily-clock.rules';
import { caseFound, linksMoved, lookAtEnd, roomSampled, sameStay, tellGrid, tellRole } from './entries';
import type { Episode, EpisodeDetail, TakenSwab } from './episode';
import { heldEndOf } from './joined-ends';
import { blockFor } from './phase-end.verbs';
import { detailOf, type EpisodeEffects, type EpisodeVerb, endOfPhase, happenedAt } from './verb';

/** What is waited for at the end may be another thing now; a phase that has ended is looked at again. */
function looksAgain(
  record: Episode,
  detail: EpisodeDetail,
  now: Date,
): { set: Record<string, unknown>; emit: EpisodeEffects['emit'] } {
  if (record.state !== 'RELEASE_BLOCKED') return { set: {}, emit: now >= endOfPhase(detail) ? [lookAtEnd()] : [] };
  const verdict = verdictFor(detail, now);
  if (verdict.outcome !== 'RELEASE_BLOCKED') return { set: {}, emit: [lookAtEnd()] };
  const isSame = verdict.reason === detail.block?.reason;
  return isSame ? { set: {}, emit: [] } : { set: { 'detail.block': blockFor(verdict, now) }, emit: [] };
}

/** The landing test is the first swab after being found (handbook 9.1, rule 5). */
const landingOf = (detail: EpisodeDetail): TakenSwab | undefined =>
  [...detail.swabs]
    .filter(({ takenAt, result }) => takenAt >= planFor(detail).landing.from && result?.value !== 'INVALID')
    .sort((a, b) => a.takenAt.getTime() - b.takenAt.getTime())[0];

const swab: EpisodeVerb = (attempt) => {
  const { record, actor, opId, now, body } = attempt;
  const { detail } = record;
  if (body.withRoom && detail.placement !== 'CENTRAL') throw instead(record, 'swab');
  const takenAt = happenedAt(attempt);
  // the site's manager has taken all three samples in the room
  const by = isSystem(actor) && body.takenBy ? body.takenBy : personOf(actor);
  const taken: TakenSwab = { id: opId, takenAt, by, ...(body.kit ? { kit: body.kit } : {}) };
  const siteSamples = body.withRoom ? { siteSamplesAt: takenAt } : {};
  const after: EpisodeDetail = { ...detail, ...siteSamples, swabs: [...detail.swabs, taken] };
  const isLanding = landingOf(after)?.id === opId;
  const { set, emit = [] } = looksAgain(record, after, now);
  return {
    set: { ...set, ...detailOf(siteSamples) },
    push: { 'detail.swabs': [taken] },
    emit: [
      ...(isLanding ? [linksMoved({ link: 'LANDING_TEST', how: 'start' })] : []),
      ...(body.withRoom ? [roomSampled(takenAt, by)] : []),
      ...emit,
    ],
  };
};

const bookResult: EpisodeVerb = async ({ deps, record, now, body }) => {
  const { detail } = record;
  const found = detail.swabs.find(({ id }) => id === body.swab);
  if (!found || !body.result) {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/swab', detail: 'not of this person' }] });
  }
  if (found.result) throw instead(record, 'refresh');
  const result = { value: body.result, at: now };
  const swabs = detail.swabs.map((one) => (one.id === found.id ? { ...one, result } : one));
  const after: EpisodeDetail = { ...detail, swabs };
  const wasLanding = landingOf(detail)?.id === found.id;
  const { set, emit = [] } = looksAgain(record, after, now);
  // whoever is released together with another quarantine of the same person may have waited for this answer alone
  const isJoined = (await heldEndOf(deps, record)).how !== 'OWN';
  return {
    set: { ...set, ...detailOf({ swabs }) },
    emit: [
      ...(wasLanding ? [landingMoved(body.result)] : []),
      ...afterResult(record, after, body.result, now),
      ...emit,
      ...(isJoined ? [lookAtEnd()] : []),
    ],
  };
};

function landingMoved(result: 'NEGATIVE' | 'POSITIVE' | 'INVALID') {
  return linksMoved({
    link: 'LANDING_TEST',
    ...(result === 'INVALID' ? { how: 'fail', reason: 'INVALID' } : { how: 'finish' }),
  });
}

function afterResult(record: Episode, after: EpisodeDetail, result: 'NEGATIVE' | 'POSITIVE' | 'INVALID', now: Date) {
  if (result === 'POSITIVE') {
    const alarm = { urgent: true, life: true } as const;
    const told = (['CDC_INVESTIGATOR', 'DOCTOR', 'GRID_LEADER'] as const).map((role) =>
      tellRole(record, role, 'RESULT_POSITIVE', alarm),
    );
    return [caseFound('RESULT_POSITIVE'), ...told];
  }
  if (result === 'NEGATIVE') return [];
  // the day counts as not taken: its evening, or the next one, passes it on again
  const look = nextTestLook(linesFor(after, now), after.missedTestHour, now);
  return [tellGrid(record, 'RESULT_INVALID'), ...(look ? [timerAt('testOverdue', look, sameStay(record))] : [])];
}

/** A rule that changed, or a result that counts for nothing, sets a timer beside the one that runs: one look is enough. */
const sameEveningMinutes = 60;

const testOverdue: EpisodeVerb = ({ record, now }) => {
  const { detail } = record;
  const { testsLookedAt } = detail;
  if (testsLookedAt && now < addMinutes(testsLookedAt, sameEveningMinutes)) return {};
  const lines = linesFor(detail, now);
  const missed = missedBy(lines).map(({ date }) => date);
  const next = nextTestLook(lines, detail.missedTestHour, now);
  const isKnown = missed.some((date) => detail.missedTold.includes(date));
  return {
    set: detailOf({ testsLookedAt: now, missedTold: [...new Set([...detail.missedTold, ...missed])] }),
    emit: [
      ...(missed.length > 0 ? [tellRole(record, 'GRID_LEADER', 'TEST_MISSED')] : []),
      ...(isKnown ? [tellRole(record, 'TOWNSHIP_DISPATCHER', 'TEST_MISSED')] : []),
      ...(next ? [timerAt('testOverdue', next, sameStay(record))] : []),
    ],
  };
};

const linkedNegative: EpisodeVerb = ({ record, now }) => {
  if (!record.detail.linkedContact) throw instead(record, 'refresh');
  const { set, emit = [] } = looksAgain(record, { ...record.detail, linkedNegativeAt: now }, now);
  return { set: { ...set, ...detailOf({ linkedNegativeAt: now }) }, emit };
};

/** Swabs as facts, results, and evenings on which one is missing (handbook 2.3, 9.1). */
export const testingVerbs = { swab, bookResult, testOverdue, linkedNegative };
