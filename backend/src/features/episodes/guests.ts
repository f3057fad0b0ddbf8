import type { RoomGuest } from '@grid-relief/shared-types/quarantine/site.schema';
import { isOfSites } from '../quarantine';
import { planFor } from './counting.rules';
import type { Episode } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { episodeRepository } from './episode.repository';
import { maskedName } from './read-episodes';

/**
 * Who these are, masked, as far as a site has to know, by the name under which it knows them. Whoever has nothing to do
 * with a site is not among them.
 */
export async function guestsOf(
  deps: EpisodeDeps,
  county: string,
  people: readonly string[],
): Promise<Map<string, RoomGuest>> {
  const found = (await episodeRepository(deps.connection).ofPeople(county, people)).sort(latestLast);
  const guests = new Map<string, RoomGuest>();
  for (const record of found.filter(wasOfSites)) {
    const guest = await guestOf(deps, record);
    for (const name of [record._id, record.about]) if (name !== undefined) guests.set(name, guest);
  }
  return guests;
}

/** Of several of one person the open one counts, or else the last. */
const latestLast = (a: Episode, b: Episode) =>
  Number(a.detail.endedAt === undefined) - Number(b.detail.endedAt === undefined) ||
  a.createdAt.getTime() - b.createdAt.getTime();

/** Also whoever goes on at home from today, and packs. */
const wasOfSites = (record: Episode) => isOfSites(record.detail) || record.detail.placement === 'MONITORING';

async function guestOf(deps: EpisodeDeps, record: Episode): Promise<RoomGuest> {
  const { endedAt, placement } = record.detail;
  return {
    episode: record._id as RoomGuest['episode'], // parsed when it came in
    nameMasked: await maskedName(deps, record),
    endsAt: planFor(record.detail).endsAt.toISOString(),
    mayLeave: endedAt !== undefined || placement === 'MONITORING',
  };
}
