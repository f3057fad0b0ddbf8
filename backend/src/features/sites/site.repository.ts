import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { livedIn, type Room, roomCollection, roomKind, roomMachine } from './room';
import { type Site, siteCollection, siteKind, siteMachine } from './site';

/** More sites or rooms a county does not have: six and 480 (handbook 6). */
const sitesAtMost = 200;
const roomsAtMost = 20_000;
const openRooms = openStates(roomMachine);

/** As much of a room as is counted. */
export type CountedRoom = Pick<Room, '_id' | 'about' | 'state'> & { readonly detail: Pick<Room['detail'], 'heads'> };

/** Reads of sites and rooms; they are written by `sites` and `rooms`. */
export function siteRepository(connection: Connection) {
  const sites = recordsIn<Site>(recordModel(connection, siteCollection).collection);
  const rooms = recordsIn<Room>(recordModel(connection, roomCollection).collection);
  return {
    site: (county: string, id: string) => sites.findOne({ _id: id, county, kind: siteKind }),
    /** Those that take people, in these areas. */
    sitesIn: (county: string, areas: readonly string[]): Promise<Site[]> =>
      sites
        .find({ county, scope: { $in: [...areas] }, kind: siteKind, state: { $in: openStates(siteMachine) } })
        .limit(sitesAtMost)
        .toArray(),
    room: (county: string, id: string) => rooms.findOne({ _id: id, county, kind: roomKind }),
    roomsOf: (county: string, site: string): Promise<Room[]> =>
      rooms
        .find({ county, about: site, kind: roomKind, state: { $in: openRooms } })
        .limit(roomsAtMost)
        .toArray(),
    /** Rooms of these areas, only to be counted. */
    countedIn: (county: string, areas: readonly string[]): Promise<CountedRoom[]> =>
      rooms
        .find({ county, scope: { $in: [...areas] }, kind: roomKind, state: { $in: openRooms } })
        .project<CountedRoom>({ about: 1, state: 1, 'detail.heads': 1 })
        .limit(roomsAtMost)
        .toArray(),
    countedOf: (county: string, site: string): Promise<CountedRoom[]> =>
      rooms
        .find({ county, about: site, kind: roomKind, state: { $in: openRooms } })
        .project<CountedRoom>({ about: 1, state: 1, 'detail.heads': 1 })
        .limit(roomsAtMost)
        .toArray(),
    cleanOf: (county: string, site: string) =>
      rooms
        .find({ county, about: site, kind: roomKind, state: 'CLEAN' })
        .project<Pick<Room, '_id'>>({ _id: 1 })
        .sort({ _id: 1 })
        .toArray(),
    heldFor: (county: string, heldFor: string): Promise<Room[]> =>
      rooms.find({ county, 'detail.heldFor': heldFor }).toArray(),
    /** Rooms that one of these has, the one moved into last first; those only kept come last. */
    async ofPeople(county: string, people: readonly string[]): Promise<Room[]> {
      const found = await rooms.find({ county, 'detail.person': { $in: [...people] } }).toArray();
      const since = ({ state, detail }: Room) => (livedIn.includes(state) ? (detail.movedIn?.at.getTime() ?? 0) : -1);
      return found.sort((a, b) => since(b) - since(a));
    },
  };
}
