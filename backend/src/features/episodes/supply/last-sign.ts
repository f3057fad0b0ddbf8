import { latest } from '@grid-relief/shared-types/primitives/instants';
import type { EpisodeDeps } from '../episode.deps';
import { episodeRepository } from '../episode.repository';
import type { DeliveryPlan } from './delivery-plan';

/** When the household was last heard of: a health report, a request, an answered call, or the beginning. */
export async function lastSignOf(deps: EpisodeDeps, plan: DeliveryPlan): Promise<Date> {
  const { county, household, createdAt, detail } = plan;
  const all = household ? await episodeRepository(deps.connection).ofHousehold(county, household) : [];
  const reports = all.flatMap((one) => one.detail.reports.map(({ at }) => at));
  const calls = detail.calls.filter(({ answered }) => answered).map(({ at }) => at);
  const asked = household ? await deps.lastRequestAt(county, household) : undefined;
  return latest(createdAt, ...reports, ...calls, ...(asked ? [asked] : []));
}
