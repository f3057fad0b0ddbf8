import { addHours } from '@grid-relief/shared-types/primitives/instants';
import type { SiteDraft } from '@grid-relief/shared-types/quarantine/site.schema';
import type { Connection } from 'mongoose';
import { makeRooms, rooms, type SiteDeps, siteOf, siteRepository, sites } from '../features/sites';
import { bareActor } from '../lifecycle';
import { derivedId } from '../platform/ids';
import { county } from './places';

type RoomStep = 'reserve' | 'occupy' | 'moveOut' | 'takeOutOfUse';

const nothing = async () => undefined;

/** What the demo's first site looks like: two lived in, one on the way, one being cleaned, one out of use. */
const steps: readonly { readonly label: string; readonly guest?: number; readonly does: readonly RoomStep[] }[] = [
  { label: '201', guest: 0, does: ['reserve', 'occupy'] },
  { label: '202', guest: 1, does: ['reserve', 'occupy'] },
  { label: '203', guest: 2, does: ['reserve'] },
  { label: '204', does: ['reserve', 'occupy', 'moveOut'] },
  { label: '404', does: ['takeOutOfUse'] },
];

/**
 * Stores sites with their rooms, and moves people of the demo into the first one. Repeatable: a room in which anything
 * has happened stays as it is.
 * @param guests quarantines of those who are there or on the way
 */
export async function storeSites(
  connection: Connection,
  drafts: readonly SiteDraft[],
  guests: readonly string[],
  now: Date,
): Promise<void> {
  const deps: SiteDeps = {
    ...{ connection, now: () => now, areaName: String, knowsArea: () => true },
    // what follows from a room is the server's, by what stands in its outbox
    ...{ followRoom: nothing, guestsOf: async () => new Map(), moveLink: nothing },
    registerWalkIn: async ({ id: person, area }) => ({ person, area }),
    everyName: async (_county, name) => ({ own: [name], others: [] }),
  };
  for (const draft of drafts) {
    const site = siteOf({ ...draft, county, openedBy: county, draftHash: 'sample' }, now);
    await sites(deps).insert(site);
    await makeRooms(deps, site);
  }
  const [first] = drafts;
  if (first) await furnish(deps, first, guests);
}

async function furnish(deps: SiteDeps, { id: site, area }: SiteDraft, guests: readonly string[]): Promise<void> {
  const manager = bareActor(county, derivedId(county, site, 'opened it'), [{ role: 'SITE_MANAGER', area }]);
  const found = await siteRepository(deps.connection).roomsOf(county, site);
  for (const { label, guest, does } of steps) {
    const room = found.find(({ detail }) => detail.label === label);
    if (!room || room.history.length > 0) continue;
    const person = guest === undefined ? undefined : guests[guest];
    const arrival = { expectedAt: addHours(deps.now(), 1).toISOString(), heads: 1 };
    for (const action of does) {
      const body = action === 'reserve' ? { ...arrival, ...(person === undefined ? {} : { person }) } : {};
      const opId = derivedId(county, room._id, action, 'sample');
      await rooms(deps).act({ county, id: room._id, action, actor: manager, opId, body, reason: 'REPAIR' });
    }
  }
}
