import { isInPhase, stateOfPhase } from '@grid-relief/shared-types/lifecycles/quarantine/quarantine-episode.lifecycle';
import { fire } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { ReleaseVerdict } from '../quarantine';
import { planFor, verdictFor } from './counting.rules';
import type { Episode, EpisodeAction } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodes } from './episodes';
import { elapse } from './open-episode';

const active: readonly string[] = [stateOfPhase.HOME, stateOfPhase.CENTRAL];
const notBegun: readonly string[] = ['PENDING', 'ASSESSED'];

/** What the days say is done; nothing is, while the person is elsewhere: it is looked at again on the way back. */
export async function lookAtPhaseEnd(deps: EpisodeDeps, record: Episode, because: string): Promise<void> {
  const now = deps.now();
  if (isOverBeforeItBegan(record, now)) return elapse(deps, record);
  const verdict = verdictFor(record.detail, now);
  const action = actionFor(record, verdict);
  if (!action) return;
  const { county, _id: id } = record;
  const reason = verdict.outcome === 'RELEASE_BLOCKED' ? { reason: verdict.reason } : {};
  const opId = derivedId(county, id, because, action);
  await fire(() => episodes(deps).act({ county, id, action, actor: { system: 'timer', county }, opId, ...reason }));
}

/** The end had passed on arrival, or a new rule ends it before anybody has brought the person anywhere (handbook 5.7). Pure. */
function isOverBeforeItBegan({ state, detail }: Episode, now: Date): boolean {
  const { isElapsed, endsAt } = planFor(detail);
  return isElapsed || (notBegun.includes(state) && detail.recounted !== undefined && endsAt <= now);
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
