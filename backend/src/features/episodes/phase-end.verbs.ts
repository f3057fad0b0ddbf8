import { addHours } from '@grid-relief/shared-types/primitives/instants';
import type { Role } from '@grid-relief/shared-types/roles';
import { instead } from '../../acting';
import { timerAt } from '../../lifecycle';
import type { BlockReason, ReleaseVerdict } from '../quarantine';
import { verdictFor } from './counting.rules';
import { ended } from './ending';
import { again, tell, tellRole, tripFollows, whereChanged } from './entries';
import type { Block, Episode } from './episode';
import { endNowOf, endToWriteOf } from './joined-ends';
import { detailOf, type EpisodeAttempt, type EpisodeVerb, outOfRoom, runs } from './verb';

type Blocked = Extract<ReleaseVerdict, { outcome: 'RELEASE_BLOCKED' }>;

/** So long the owner of what is missing has (ours). */
const dueHours: Readonly<Record<BlockReason, number>> = {
  TEST_MISSED: 4,
  RESULT_INVALID: 4,
  RESULT_PENDING: 12,
  SITE_SAMPLES_PENDING: 4,
  LINKED_CONTACT_PENDING: 24,
};
/** Who hears after the owner that it is still missing. */
const ladder: readonly Role[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];

/** What the end waits for, who sees to it, and until when: nothing waits without an owner (handbook 2.3). Pure. */
export function blockFor({ reason, owner, since }: Blocked, now: Date): Block {
  return { reason, owner, since, dueAt: addHours(now, dueHours[reason]) };
}

const blockRelease: EpisodeVerb = async ({ deps, record, now, opId }) => {
  const { verdict } = await endNowOf(deps, record, now);
  if (verdict.outcome !== 'RELEASE_BLOCKED') throw instead(record, 'refresh');
  const block = blockFor(verdict, now);
  const stay = { states: ['RELEASE_BLOCKED'], enteredBy: opId };
  return {
    set: { dueAt: block.dueAt, ...detailOf({ block }), 'assignment.rung': 0 },
    emit: [
      ...tell(record, 'RELEASE_WAITS'),
      tellRole(record, block.owner, 'RELEASE_WAITS'),
      timerAt('blockOverdue', block.dueAt, stay),
    ],
  };
};

const blockOverdue: EpisodeVerb = ({ record, now }) => {
  const verdict = verdictFor(record.detail, now);
  const { rung } = record.assignment;
  const role = ladder[Math.min(rung, ladder.length - 1)] ?? 'COUNTY_DISPATCHER';
  const block = verdict.outcome === 'RELEASE_BLOCKED' ? blockFor(verdict, now) : record.detail.block;
  const hours = block ? dueHours[block.reason] : dueHours.TEST_MISSED;
  return {
    set: { 'assignment.rung': rung + 1, ...(block ? { 'detail.block': block } : {}) },
    emit: [
      tellRole(record, role, 'BLOCK_OVERDUE'),
      ...(block ? [tellRole(record, block.owner, 'RELEASE_WAITS')] : []),
      again(record, 'blockOverdue', now, hours * 60),
    ],
  };
};

/**
 * Only what the days say, of another quarantine of the same person as well; a person can confirm an end, never bring it
 * forward (handbook 9.1, 2.11).
 */
async function mustBe({ deps, record, now }: EpisodeAttempt, outcome: 'NEXT_PHASE' | 'RELEASED') {
  const { verdict } = await endToWriteOf(deps, record, now);
  if (verdict.outcome !== outcome) throw instead(record, verdict.outcome === 'RUNNING' ? 'wait' : 'refresh');
}

/** Found, moved or discharged into a phase of monitoring: it runs already, and the person is at home. */
function isInMonitoring({ detail }: Episode): boolean {
  return detail.phases[detail.phase]?.kind === 'MONITORING' && detail.placement !== 'MONITORING';
}

const startMonitoring: EpisodeVerb = async (attempt) => {
  const { deps, record, now } = attempt;
  if ((await endNowOf(deps, record, now)).how === 'WAIT') throw instead(record, 'wait');
  const { phase, phases } = record.detail;
  if (!isInMonitoring(record)) {
    await mustBe(attempt, 'NEXT_PHASE');
    if (phases[phase + 1]?.kind !== 'MONITORING') throw instead(record, 'nextPhase');
  }
  const effects = runs(attempt, {
    placement: 'MONITORING',
    changes: { phase: isInMonitoring(record) ? phase : phase + 1 },
    unset: ['detail.block', 'detail.stay'],
    emit: [...tell(record, 'MONITORING_BEGINS'), whereChanged],
  });
  return outOfRoom(attempt, effects);
};

const nextPhase: EpisodeVerb = async (attempt) => {
  const { record } = attempt;
  const { phase, phases, placement } = record.detail;
  await mustBe(attempt, 'NEXT_PHASE');
  const kind = phases[phase + 1]?.kind;
  if (kind === 'MONITORING') throw instead(record, 'startMonitoring');
  const isElsewhere = kind !== placement && !(kind === 'HOME' && record.detail.verdict === 'CENTRAL');
  return runs(attempt, {
    changes: { phase: phase + 1 },
    unset: ['detail.block'],
    emit: [...tell(record, 'NEXT_PHASE'), ...(isElsewhere ? [tellRole(record, 'GRID_LEADER', 'MOVE_DUE')] : [])],
  });
};

const release: EpisodeVerb = async (attempt) => {
  await mustBe(attempt, 'RELEASED');
  return ended(attempt, {
    emit: [...tell(attempt.record, 'RELEASED'), { kind: 'clearCode', payload: { because: 'RELEASED' } }],
  });
};

/** Said before or after a phase ends: whoever is to be fetched is, once they may go. */
const sayWayHome: EpisodeVerb = ({ body: { way = 'OWN' } }) => ({
  set: detailOf({ wayHome: way }),
  emit: [tripFollows],
});

/** What happens at the end of a phase: by the days of handbook 9, and by nothing else. */
export const phaseEndVerbs = { blockRelease, blockOverdue, startMonitoring, nextPhase, sayWayHome, release };
