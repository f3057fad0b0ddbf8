import { action, byId, endpoint } from '../contract';
import { quarantineSiteLifecycle } from '../lifecycles/quarantine/quarantine-site.lifecycle';
import { roomLifecycle as machine } from '../lifecycles/quarantine/room.lifecycle';
import { RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import * as z from '../zod';
import { RoomLabels, RoomView, SiteDraft, SiteRow, SiteView } from './site.schema';

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

export const siteQueries = { openSite, listSites, getSite };

const threshold = SiteDraft.shape.threshold;

/** What the county may change about a site. */
export const siteActions = {
  change: action(quarantineSiteLifecycle, 'change', { threshold, addRooms: z.optional(RoomLabels) }, SiteView),
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
