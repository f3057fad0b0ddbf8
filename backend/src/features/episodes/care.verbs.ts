import { episodeMinutes } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import type { NoticeCode } from '@grid-relief/shared-types/notices/notice-codes';
import { latest } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { instead } from '../../acting';
import { Problem } from '../../http/problem';
import { personOf } from '../../lifecycle';
import { again, homeEvent, lookAtEnd, roomFollows, tell, tellGrid, tellRole, whereChanged } from './entries';
import type { Episode, EpisodeAction } from './episode';
import { sealedStay } from './placement.verbs';
import { detailOf, type EpisodeAttempt, type EpisodeVerb, endOfPhase, inRoom, outOfRoom, runs } from './verb';

/** Care outside: whatever was to be done meanwhile waits, the days go on. */
const waits = ['dueAt', 'detail.alert', 'detail.block'];
const inCare: EpisodeVerb = () => ({ unset: waits, emit: [homeEvent('LEAVE')] });
const takenBy120: EpisodeVerb = ({ record }) => ({
  unset: waits,
  emit: [tellGrid(record, 'TAKEN_BY_120'), homeEvent('LEAVE')],
});

const admit: EpisodeVerb = ({ record, now, opId }) => ({
  emit: [
    lookAtEnd(latest(now, endOfPhase(record.detail)), { states: ['ADMITTED'], enteredBy: opId }),
    homeEvent('ADMITTED'),
  ],
});

/** Where the phase belongs (handbook 2.3: on discharge MOVED to where the phase belongs). */
const discharge: EpisodeVerb = ({ record }) => {
  const { phase, phases, verdict } = record.detail;
  const kind = phases[phase]?.kind;
  const moveTo = kind === 'CENTRAL' || (kind === 'HOME' && verdict === 'CENTRAL') ? 'CENTRAL' : 'HOME';
  return { set: detailOf({ moveTo }), emit: moveTo === 'CENTRAL' ? [roomFollows] : [] };
};

/** A home instead of a site only where the phase is no site's, or for whoever may not be in one. */
const homeAnyway: readonly string[] = ['SPECIAL_GROUP', 'POLICY'];
const reasonsToMove: readonly string[] = [
  ...['CONDITIONS_FAILED', 'COHABITANT_POSITIVE', 'OWN_WISH', 'POLICY', 'NEXT_PHASE', 'SPECIAL_GROUP'],
];

const move: EpisodeVerb = ({ record, body, reason = '' }) => {
  // a breach moves nobody by this way: the township decides about it, having heard the person
  if (!reasonsToMove.includes(reason)) {
    throw new Problem('invalid-input', undefined, {
      errors: [{ pointer: '/reason/code', detail: 'none of those named' }],
    });
  }
  const { phase, phases } = record.detail;
  const isSites = phases[phase]?.kind === 'CENTRAL';
  if (body.to === 'HOME' && isSites && !homeAnyway.includes(reason)) throw instead(record, 'startCentral');
  return {
    set: detailOf({ moveTo: body.to ?? 'CENTRAL', verdict: body.to ?? 'CENTRAL' }),
    unset: ['dueAt', 'detail.block'],
    emit: [...tell(record, 'MOVE_BEGINS'), ...(body.to === 'HOME' ? [] : [roomFollows])],
  };
};

const settle =
  (placement: 'HOME' | 'CENTRAL'): EpisodeVerb =>
  async (attempt) => {
    const { record, opId, body } = attempt;
    if (record.detail.moveTo !== placement)
      throw instead(record, placement === 'HOME' ? 'settleCentral' : 'settleHome');
    const effects = runs(attempt, {
      placement,
      changes: { placedBy: opId, ...(body.site ? { stay: await sealedStay(attempt) } : {}) },
      unset: ['detail.moveTo', ...(placement === 'HOME' ? ['detail.stay'] : [])],
      emit: [whereChanged],
    });
    return placement === 'HOME' ? outOfRoom(attempt, effects) : inRoom(attempt, effects);
  };

const proposeBreach: EpisodeVerb = ({ record, now }) => ({
  set: detailOf({ breach: { at: now } }),
  emit: [tellRole(record, 'TOWNSHIP_DISPATCHER', 'BREACH_PROPOSED')],
});

const hearPerson: EpisodeVerb = ({ record, actor, now, body }) => ({
  set: {
    'detail.breach': { ...record.detail.breach, heard: { at: now, by: personOf(actor), sealed: body.sealedWords } },
  },
});

function mustBeHeard({ record }: EpisodeAttempt): void {
  if (!record.detail.breach?.heard) throw instead(record, 'hearPerson');
}

const dismissBreach: EpisodeVerb = (attempt) => {
  mustBeHeard(attempt);
  return runs(attempt, { unset: ['detail.breach'] });
};

const upholdBreach: EpisodeVerb = (attempt) => {
  mustBeHeard(attempt);
  const emit = [...tell(attempt.record, 'MOVE_BEGINS'), roomFollows];
  return { set: detailOf({ moveTo: 'CENTRAL', verdict: 'CENTRAL' }), emit };
};

const markAbsent: EpisodeVerb = ({ record, body }) => {
  const tried = [...new Set(body.tried ?? [])];
  if (tried.length < 2) throw instead(record, 'callAgain');
  return { set: detailOf({ tried }), emit: [tellRole(record, 'GRID_LEADER', 'NOT_THERE')] };
};

/** The role hears now, and again while nothing has moved. */
const later =
  (action: EpisodeAction, code: NoticeCode, minutes: number, ...roles: readonly Role[]): EpisodeVerb =>
  ({ record, now }: { readonly record: Episode; readonly now: Date }) => ({
    emit: [...roles.map((role) => tellRole(record, role, code)), again(record, action, now, minutes)],
  });

const back: EpisodeVerb = (attempt) => runs(attempt);

/** Hospital, moving, absence and breach: the phase goes on as it was (handbook 2.3). */
export const careVerbs = {
  approveLeave: inCare,
  sendToCare: inCare,
  takenBy120,
  foundInCare: inCare,
  returnFromCare: back,
  admit,
  discharge,
  move,
  moveOverdue: later('moveOverdue', 'MOVE_OVERDUE', episodeMinutes.move, 'TOWNSHIP_DISPATCHER'),
  settleHome: settle('HOME'),
  settleCentral: settle('CENTRAL'),
  proposeBreach,
  hearPerson,
  breachOverdue: later('breachOverdue', 'BREACH_OVERDUE', episodeMinutes.breach, 'COUNTY_DISPATCHER'),
  dismissBreach,
  upholdBreach,
  markAbsent,
  searchDue: later(
    'searchDue',
    'SEARCH_DUE',
    episodeMinutes.search,
    'GRID_WORKER',
    'GRID_LEADER',
    'TOWNSHIP_DISPATCHER',
  ),
  findAgain: ((attempt) => runs(attempt, { unset: ['detail.tried'] })) satisfies EpisodeVerb,
};
