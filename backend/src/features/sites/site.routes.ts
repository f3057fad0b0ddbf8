import { siteQueries as queries, roomActions, siteActions } from '@grid-relief/shared-types/quarantine/site.contract';
import { actionRoutes } from '../../acting';
import { mount, type Route } from '../../http/mount';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import { makeRooms, openSite } from './open-site';
import type { Room } from './room';
import type { Site } from './site';
import { siteRepository } from './site.repository';
import { rooms, sites } from './sites';
import type { SiteDeps } from './sites.deps';
import { maySeeGuests, maySeeSite, siteReaders } from './sites.policy';
import { roomView, type Seen, siteRow, siteView } from './sites.presenter';
import { inOrderOfRoom } from './stock.rules';
import { takeIn } from './take-in';
import { stockOf } from './watch-stock';

/** With the guests of these rooms, for whoever may know of them. */
async function seenBy(deps: SiteDeps, actor: PersonActor, found: readonly Room[] = []): Promise<Seen> {
  const now = deps.now();
  const people = found
    .filter((room) => maySeeGuests(room, actor, now))
    .flatMap(({ detail }) => (detail.person === undefined ? [] : [detail.person]));
  const guests = people.length > 0 ? await deps.guestsOf(actor.county, people) : new Map();
  return { actor, now, areaName: deps.areaName, guests };
}

/** @returns undefined when it is out of this person's sight */
async function viewSite(deps: SiteDeps, actor: PersonActor, site: Site) {
  if (!maySeeSite(site, actor, deps.now())) return undefined;
  const found = await siteRepository(deps.connection).roomsOf(actor.county, site._id);
  return siteView(await seenBy(deps, actor, found), site, found);
}

/** @returns undefined when it is out of this person's sight */
async function viewRoom(deps: SiteDeps, actor: PersonActor, room: Room) {
  return maySeeSite(room, actor, deps.now()) ? roomView(await seenBy(deps, actor, [room]), room) : undefined;
}

/** @throws Problem not-found */
async function get(deps: SiteDeps, actor: PersonActor, id: string) {
  const site = await siteRepository(deps.connection).site(actor.county, id);
  const found = site ? await viewSite(deps, actor, site) : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

/** Sites of the own areas, the one with most room first. */
async function list(deps: SiteDeps, actor: PersonActor) {
  const now = deps.now();
  const { county } = actor;
  const areas = [...new Set(siteReaders.flatMap((role) => areasOf(actor, role, now)))];
  const stored = siteRepository(deps.connection);
  const [houses, found] = await Promise.all([stored.sitesIn(county, areas), stored.countedIn(county, areas)]);
  const seen = await seenBy(deps, actor);
  const counted = houses.map((site) => {
    const own = found.filter(({ about }) => about === site._id);
    return { ...stockOf(site, own), name: site.detail.name, row: siteRow(seen, site, own) };
  });
  return { items: inOrderOfRoom(counted).map(({ row }) => row) };
}

/** Endpoints of sites and rooms: opening and reading sites, and one for every action a person may take. */
export function siteRoutes(deps: SiteDeps): Route[] {
  return [
    mount(queries.openSite, async ({ actor, body }) => {
      const site = await openSite(deps, actor, body);
      const view = await viewSite(deps, actor, site);
      if (!view) throw new Problem('not-found');
      return view;
    }),
    mount(queries.listSites, ({ actor }) => list(deps, actor)),
    mount(queries.getSite, ({ actor, params }) => get(deps, actor, params.id)),
    mount(queries.takeInWalkIn, async ({ actor, params, body }) => {
      const view = await viewRoom(deps, actor, await takeIn(deps, actor, params.id, body));
      if (!view) throw new Problem('not-found');
      return view;
    }),
    ...actionRoutes(siteActions, sites(deps), async (actor, site) => viewSite(deps, actor, await grown(deps, site))),
    ...actionRoutes(roomActions, rooms(deps), (actor, room) => viewRoom(deps, actor, room)),
  ];
}

/** Rooms that a change has just named are there when it is answered. */
async function grown(deps: SiteDeps, site: Site): Promise<Site> {
  await makeRooms(deps, site);
  return site;
}
