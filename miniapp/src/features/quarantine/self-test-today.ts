import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';
import type { SelfTestDay } from '@grid-relief/shared-types/quarantine/health-report.schema';

/** The self-test that is asked for on this Shanghai day; undefined on a day without one, and of yesterday's answer. Pure. */
export function selfTestToday({ selfTests = [] }: EpisodeView, now: Date): SelfTestDay | undefined {
  const today = selfTests.find(({ day }) => day === dayOf(now));
  return today?.isAsked ? today : undefined;
}

/** Whether a result or its photo is still to come: said without a photo, one may follow. Pure. */
export function isWanting(today: SelfTestDay | undefined): boolean {
  return today !== undefined && !(today.isSaid && today.hasPhoto);
}

/** Whether something came of it: a day that is gone is not held against anybody on their own page. Pure. */
export function isReported({ isSaid, hasPhoto }: SelfTestDay): boolean {
  return isSaid || hasPhoto;
}
