import type { EntryHandler } from '../../tasks';
import { makeRooms } from './open-site';
import { livedIn, type Room } from './room';
import { siteRepository } from './site.repository';
import { leaveRoom } from './site-rooms';
import { rooms } from './sites';
import type { SiteDeps } from './sites.deps';
import { watchStock } from './watch-stock';

/** What the relay delivers of sites and rooms. Each reads how things are now, so that order and repeats do not matter. */
export interface SiteHandlers {
  readonly roomTimer: EntryHandler;
  readonly roomMoved: EntryHandler;
  readonly siteMoved: EntryHandler;
}

/** Joins rooms with their site's stock and with the quarantine of whoever lives in them. */
export function siteHandlers(deps: SiteDeps): SiteHandlers {
  const stored = siteRepository(deps.connection);
  return {
    roomTimer: rooms(deps).timer,
    async roomMoved({ county, _id }) {
      const room = await stored.room(county, _id);
      if (!room) return;
      await watchStock(deps, county, room.about);
      const { person } = room.detail;
      if (person === undefined || !livedIn.includes(room.state)) return;
      await leaveEarlierRooms(deps, room, person);
      await deps.followRoom(county, person);
    },
    async siteMoved({ county, _id }) {
      const site = await stored.site(county, _id);
      if (!site) return;
      await makeRooms(deps, site);
      await watchStock(deps, county, _id);
    },
  };
}

/** Nobody lives in two rooms: whoever has moved to another site or door has left the room before (handbook 2.4, SITE_MOVE). */
async function leaveEarlierRooms(deps: SiteDeps, { _id, county, detail }: Room, person: string): Promise<void> {
  const since = detail.movedIn?.at;
  for (const other of await siteRepository(deps.connection).ofPeople(county, [person])) {
    const isEarlier = other.detail.movedIn && since && other.detail.movedIn.at < since;
    if (other._id !== _id && isEarlier) await leaveRoom(deps, other);
  }
}
