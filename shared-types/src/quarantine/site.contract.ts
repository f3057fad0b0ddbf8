import { action, byId, endpoint } from '../contract';
import { quarantineSiteLifecycle } from '../lifecycles/quarantine/quarantine-site.lifecycle';
import { roomLifecycle as machine } from '../lifecycles/quarantine/room.lifecycle';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import * as z from '../zod';
import { RoomLabels, RoomView, SiteDraft, SiteRow, SiteView, WalkIn } from './site.schema';

const readers = ['SITE_MANAGER', 'SAMPLER', 'TRANSFER_DESK', 'COUNTY_DISPATCHER', 'COUNTY_HEAD'];

export const openSite = endpoint({
  name: 'openSite',
  method: 'POST',
  path: '/sites',
  access: { roles: ['COUNTY_DISPATCHER'] },
  body: SiteDraft,
  response: SiteView,
  problems: ['already-open', 'id-taken', 'not-found', 'outcome-unknown'],
  summary: 'A new quarantine site with its rooms, all clean.',
});
export const listSites = endpoint({
  name: 'listSites',
  method: 'GET',
  path: '/sites',
  access: { roles: readers },
  response: z.object({ items: z.array(SiteRow) }),
  summary: 'Quarantine sites of my area with their free rooms; the fullest last.',
});
export const getSite = endpoint({
  name: 'getSite',
  method: 'GET',
  path: '/sites/{id}',
  access: { roles: readers },
  params: byId,
  response: SiteView,
  problems: ['not-found'],
  summary: 'One quarantine site with its rooms; who lives in them, for those who keep it.',
});

export const takeInWalkIn = endpoint({
  name: 'takeInWalkIn',
  method: 'POST',
  path: '/sites/{id}/walk-ins',
  access: { roles: ['SITE_MANAGER'] },
  params: byId,
  body: WalkIn,
  response: RoomView,
  problems: ['not-found', 'no-bed', 'id-taken', 'transition-not-allowed', 'changed-meanwhile', 'outcome-unknown'],
  summary: 'Somebody stands at the door with no trip: a room, the chain from here on, and the grid hears.',
});

export const siteQueries = { openSite, listSites, getSite, takeInWalkIn };

const { threshold, name } = SiteDraft.shape;

/** What the county and whoever keeps the site do about it. */
export const siteActions = {
  change: action(
    quarantineSiteLifecycle,
    'change',
    { name: z.optional(name), threshold: z.optional(threshold), addRooms: z.optional(RoomLabels) },
    SiteView,
  ),
  closeIntake: action(quarantineSiteLifecycle, 'closeIntake', {}, SiteView),
  openIntake: action(quarantineSiteLifecycle, 'openIntake', {}, SiteView),
  close: action(quarantineSiteLifecycle, 'close', {}, SiteView),
};

/** So many heads share a room at most: a parent with children. */
const headsAtMost = 6;

/** One endpoint for every action of a room that a person may take. */
export const roomActions = {
  reserve: action(
    machine,
    'reserve',
    {
      /** The traveller or the quarantine it is for; absent: somebody who is not known yet. */
      person: z.optional(RecordId),
      expectedAt: z.optional(Instant),
      heads: z.optional(z.int().check(z.gte(1), z.lte(headsAtMost))),
    },
    RoomView,
    ['already-open'],
  ),
  keepLonger: action(machine, 'keepLonger', {}, RoomView),
  unreserve: action(machine, 'unreserve', {}, RoomView),
  occupy: action(machine, 'occupy', { notice: z.optional(z.enum(['SIGNED', 'SERVED'])) }, RoomView),
  sample: action(machine, 'sample', {}, RoomView),
  moveOut: action(machine, 'moveOut', {}, RoomView),
  startCleaning: action(machine, 'startCleaning', {}, RoomView),
  finishCleaning: action(machine, 'finishCleaning', {}, RoomView),
  takeOutOfUse: action(machine, 'takeOutOfUse', {}, RoomView),
  bringBack: action(machine, 'bringBack', {}, RoomView),
  retire: action(machine, 'retire', {}, RoomView),
};
