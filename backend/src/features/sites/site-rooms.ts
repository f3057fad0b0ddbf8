import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { fire } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import type { SiteRooms } from '../quarantine';
import { livedIn, type Room, type RoomAction } from './room';
import { siteRepository } from './site.repository';
import { rooms } from './sites';
import type { SiteDeps } from './sites.deps';

/** The rooms of people in quarantine, as the quarantine itself sees them. */
export function siteRooms(deps: SiteDeps): SiteRooms {
  const stored = siteRepository(deps.connection);
  const livedInBy = async (county: string, people: readonly string[]) =>
    (await stored.ofPeople(county, people)).find(({ state }) => livedIn.includes(state));
  return {
    async roomOf(county, people) {
      const room = await livedInBy(county, people);
      const site = room && (await stored.site(county, room.about));
      if (!room || !site) return undefined;
      const { movedIn, sampled, label, notice = 'SIGNED' } = room.detail;
      return {
        ...{ room: room._id, siteName: site.detail.name, label, area: areaId(room.area), notice },
        movedInBy: movedIn?.opId ?? room._id,
        ...(sampled ? { sampled } : {}),
      };
    },
    async sampleRoom({ county, people, at, by }) {
      const room = await livedInBy(county, people);
      if (!room || (room.detail.sampled && room.detail.sampled.at >= at)) return;
      const { _id: id } = room;
      const opId = derivedId(county, id, 'sample', at.toISOString());
      const actor = { system: 'outbox', county } as const;
      const body = { takenBy: by };
      await fire(() => rooms(deps).act({ county, id, action: 'sample', actor, opId, occurredAt: at, body }));
    },
    async leaveRooms({ county, people, before, isOver }) {
      for (const room of await stored.ofPeople(county, people)) {
        const hadMovedIn = room.detail.movedIn !== undefined && room.detail.movedIn.at < before;
        if (hadMovedIn || (isOver && room.state === 'RESERVED')) await leaveRoom(deps, room);
      }
    },
  };
}

const leaving: Readonly<Record<string, RoomAction>> = {
  RESERVED: 'unreserve',
  OCCUPIED: 'moveOut',
  SAMPLED: 'startCleaning',
};

/** Nobody is in it or comes to it any more; it is cleaned before the next one. */
export async function leaveRoom(deps: SiteDeps, room: Room): Promise<void> {
  const action = leaving[room.state];
  if (!action) return;
  // somebody else may have it by the time this arrives
  const guard = { 'detail.person': room.detail.person };
  await rooms(deps).follow(room, action, { because: String(room.revision), guard });
}
