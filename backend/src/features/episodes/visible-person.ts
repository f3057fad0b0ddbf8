import { holdsRole, type PersonActor } from '../../lifecycle';
import type { FetchedPerson } from '../quarantine';
import type { EpisodeDeps } from './episode.deps';
import { maySeeEpisode } from './episode.policy';
import { episodeRepository } from './episode.repository';
import { namesInRooms } from './follow-room';
import { fetchedPerson } from './follow-trip';

/** Somebody in quarantine whom this actor may see; undefined: nobody of theirs. */
export async function visibleInQuarantine(
  deps: EpisodeDeps,
  actor: PersonActor,
  id: string,
): Promise<FetchedPerson | undefined> {
  const { county } = actor;
  const record = await episodeRepository(deps.connection).byId(county, id);
  if (!record) return undefined;
  const room = await deps.rooms.roomOf(county, namesInRooms(record));
  const now = deps.now();
  // also whoever is free and packs, or goes on at home from today
  const isGuest = room !== undefined && holdsRole(actor, 'SITE_MANAGER', [room.area], now);
  return isGuest || maySeeEpisode(record, actor, now) ? fetchedPerson(deps, record, room) : undefined;
}
