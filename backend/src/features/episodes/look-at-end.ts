import { isInPhase, stateOfPhase } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { fire } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { ReleaseVerdict } from '../quarantine';
import { planFor } from './counting.rules';
import type { Episode, EpisodeAction } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';
import { episodes } from './episodes';
import { type EndNow, endNowOf, othersOf } from './joined-ends';
import { elapse } from './open-episode';

const active: readonly string[] = [stateOfPhase.HOME, stateOfPhase.CENTRAL];
const notBegun: readonly string[] = ['PENDING', 'ASSESSED'];

/** What the days say is done; nothing is, while the person is elsewhere: it is looked at again on the way back. */
export async function lookAtPhaseEnd(deps: EpisodeDeps, record: Episode, because: string): Promise<void> {
  const now = deps.now();
  const end = await endNowOf(deps, record, now);
  // looked at again when the one that decides has ended
  if (end.how === 'WAIT') return;
  if (isOverBeforeItBegan(record, end, now)) return elapse(deps, record);
  const { verdict } = end;
  const action = actionFor(record, verdict);
  if (!action) return;
  const { county, _id: id } = record;
  const reason = verdict.outcome === 'RELEASE_BLOCKED' ? { reason: verdict.reason } : {};
  const opId = derivedId(county, id, because, action);
  await fire(() => episodes(deps).act({ county, id, action, actor: { system: 'timer', county }, opId, ...reason }));
}

/** One of several quarantines of a person has ended: the others may have waited for it. */
export async function lookAtOthers(deps: EpisodeDeps, record: Episode, because: string): Promise<void> {
  if (record.detail.endedAt === undefined) return;
  for (const other of await othersOf(deps, record)) await lookAtPhaseEnd(deps, other, because);
}

/** Records have become one person, or two again: whatever is open under these names is looked at. */
export async function lookAtEndsOf(
  deps: EpisodeDeps,
  county: string,
  names: readonly string[],
  because: string,
): Promise<void> {
  const found = await episodeRepository(deps.connection).ofPeople(county, names);
  for (const one of found) if (one.detail.endedAt === undefined) await lookAtPhaseEnd(deps, one, because);
}

/**
 * The end had passed on arrival, or a new rule or another quarantine of the same person ends it before anybody has brought
 * the person anywhere (handbook 5.7, 2.11).
 */
function isOverBeforeItBegan({ state, detail }: Episode, { how }: EndNow, now: Date): boolean {
  const { isElapsed, endsAt } = planFor(detail);
  const isRecounted = detail.recounted !== undefined && endsAt <= now;
  return isElapsed || (notBegun.includes(state) && (isRecounted || how === 'FOLLOW'));
}

/** What follows from what the days say, where the person is. Pure. */
export function actionFor({ state, detail }: Episode, verdict: ReleaseVerdict): EpisodeAction | undefined {
  const isHere = active.includes(state) || state === 'RELEASE_BLOCKED';
  const isMonitored = detail.phases[detail.phase]?.kind === 'MONITORING' && detail.placement !== 'MONITORING';
  if (isHere && isMonitored) return 'startMonitoring';
  const canEnd = isInPhase(state) || state === 'ADMITTED' || state === 'RELEASE_BLOCKED';
  switch (verdict.outcome) {
    case 'RELEASED':
      return canEnd ? 'release' : undefined;
    case 'RELEASE_BLOCKED':
      return canEnd && state !== 'RELEASE_BLOCKED' ? 'blockRelease' : undefined;
    case 'NEXT_PHASE':
      if (!isHere) return undefined;
      return verdict.next.kind === 'MONITORING' ? 'startMonitoring' : 'nextPhase';
    default:
      return undefined;
  }
}
