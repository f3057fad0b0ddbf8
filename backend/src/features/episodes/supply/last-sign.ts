import { latest } from '@grid-relief/shared-types/primitives/instants';
import type { EpisodeDeps } from '../episode.deps';
import { episodeRepository } from '../episode.repository';
import type { DeliveryPlan } from './delivery-plan';

/** The last sign of life of a home. */
export interface LastSign {
  readonly at: Date;
  /** An alert of its door is open: somebody is calling there already. */
  readonly isAlerting: boolean;
}

/** When the household was last heard of: a health report, a request, an answered call, its door, or the beginning. */
export async function lastSignOf(deps: EpisodeDeps, plan: DeliveryPlan): Promise<LastSign> {
  const { county, household, createdAt, detail } = plan;
  const all = household ? await episodeRepository(deps.connection).ofHousehold(county, household) : [];
  const reports = all.flatMap((one) => one.detail.reports.map(({ at }) => at));
  const calls = detail.calls.filter(({ answered }) => answered).map(({ at }) => at);
  const asked = household ? await deps.lastRequestAt(county, household) : undefined;
  const door = household ? await deps.doorSigns(county, household) : undefined;
  const at = latest(
    createdAt,
    ...reports,
    ...calls,
    ...(asked ? [asked] : []),
    ...(door?.movedAt ? [door.movedAt] : []),
  );
  return { at, isAlerting: door?.isAlerting ?? false };
}
