import { type ActingOn, actingOn, recordModel } from '../../acting';
import { type Room, type RoomAction, type RoomBody, roomCollection, roomKind, roomMachine } from './room';
import { roomVerbs } from './room.verbs';
import { type Site, type SiteAction, type SiteBody, siteCollection, siteKind, siteMachine } from './site';
import { siteVerbs } from './site.verbs';
import type { SiteDeps } from './sites.deps';
import { maySeeSite } from './sites.policy';

export type Sites = ActingOn<Site, SiteAction, SiteBody>;
export type Rooms = ActingOn<Room, RoomAction, RoomBody>;

/** Quarantine sites, and what is done to them. */
export function sites(deps: SiteDeps): Sites {
  return actingOn({
    ...{ kind: siteKind, machine: siteMachine, deps, verbs: siteVerbs, maySee: maySeeSite },
    collection: recordModel(deps.connection, siteCollection).collection,
  });
}

/** Their rooms (handbook 2.11). */
export function rooms(deps: SiteDeps): Rooms {
  return actingOn({
    ...{ kind: roomKind, machine: roomMachine, deps, verbs: roomVerbs, maySee: maySeeSite },
    collection: recordModel(deps.connection, roomCollection).collection,
  });
}
