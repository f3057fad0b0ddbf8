import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { RoomGuest } from '@grid-relief/shared-types/quarantine/site.schema';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import type { EveryNameOf, FollowRoom, MoveLink, RegisterWalkIn } from '../quarantine';

/** What sites need of the others: functions, put together where the application is built. */
export interface SiteDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly areaName: (area: AreaId) => string;
  readonly knowsArea: (area: AreaId) => boolean;
  /** The quarantine of somebody comes along with the room. */
  readonly followRoom: FollowRoom;
  /** Whoever stands at a door comes in like somebody found there; who is known already goes on as that person. */
  readonly registerWalkIn: RegisterWalkIn;
  /** The chain has nobody fetched who is here. */
  readonly moveLink: MoveLink;
  /** Who else somebody is: two records of one person do not have two beds. */
  readonly everyName: EveryNameOf;
  /** Who these are, as far as a site has to know: whoever has nothing to do with a site is not among them. */
  readonly guestsOf: (county: string, people: readonly string[]) => Promise<ReadonlyMap<string, RoomGuest>>;
}
