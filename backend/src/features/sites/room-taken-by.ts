import { taken } from './room';
import { siteRepository } from './site.repository';
import type { SiteDeps } from './sites.deps';

/** A room that is kept for one of these people, or in which one lives. */
export async function roomTakenBy(
  { connection }: Pick<SiteDeps, 'connection'>,
  county: string,
  people: readonly string[],
): Promise<string | undefined> {
  if (people.length === 0) return undefined;
  const found = await siteRepository(connection).ofPeople(county, people);
  return found.find(({ state }) => taken.includes(state))?._id;
}
