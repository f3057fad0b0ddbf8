import type { Campaign } from './campaign';
import type { DoorGroup } from './coverage.rules';
import type { ScreeningDeps } from './screening.deps';
import { visitRepository } from './visit.repository';

/**
 * Doors of a screening counted by building and state: one aggregation by index, and the few doors that were visited anew.
 * @param areas absent: all of them
 */
export async function readGroups(
  { connection }: Pick<ScreeningDeps, 'connection'>,
  campaign: Pick<Campaign, '_id' | 'county'>,
  areas?: readonly string[],
): Promise<DoorGroup[]> {
  const visits = visitRepository(connection);
  const [counted, replaced] = await Promise.all([visits.groups(campaign, areas), visits.replaced(campaign, areas)]);
  return [...counted, ...replaced.map((group) => ({ ...group, doors: -1 }))];
}
