import { type AreaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { SiteDraft } from '@grid-relief/shared-types/quarantine/site.schema';
import { Problem } from '../../http/problem';
import { beginRecord, holdsRole, inputHash, type PersonActor, untilKnown } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { siteMoved } from './entries';
import { type Room, roomKind, roomMachine } from './room';
import { type Site, type SiteDetail, siteKind, siteMachine } from './site';
import { siteRepository } from './site.repository';
import { checkLabels } from './site.verbs';
import { rooms, sites } from './sites';
import type { SiteDeps } from './sites.deps';

/**
 * Opens a site with clean rooms. The same draft again answers the stored one.
 * @throws Problem not-found (a place nobody knows, or not this dispatcher's), invalid-input (no building, a door twice),
 * id-taken, outcome-unknown
 */
export async function openSite(deps: SiteDeps, actor: PersonActor, draft: SiteDraft): Promise<Site> {
  const { county } = actor;
  const now = deps.now();
  const { id, area, rooms: labels } = draft;
  if (!holdsRole(actor, 'COUNTY_DISPATCHER', scopeOf(area), now) || !deps.knowsArea(area)) {
    throw new Problem('not-found');
  }
  if (levelOf(area) !== 'BUILDING') {
    throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/area', detail: 'a building of its own' }] });
  }
  checkLabels(labels);
  const draftHash = actor.asked ?? inputHash('openSite', draft);
  const openedBy = actor.personId;
  const isNew = await untilKnown(() => sites(deps).insert(siteOf({ ...draft, county, openedBy, draftHash }, now)));
  const stored = await siteRepository(deps.connection).site(county, id);
  const isTheirs = stored?.detail.draftHash === draftHash && stored.detail.openedBy === openedBy;
  if (!stored || !(isNew || isTheirs)) throw new Problem('id-taken');
  await makeRooms(deps, stored);
  return stored;
}

/** A new site. Pure. */
export function siteOf(
  {
    id,
    county,
    name,
    area,
    threshold,
    rooms: labels,
    openedBy,
    draftHash,
  }: SiteDraft & Pick<Site, 'county'> & Pick<SiteDetail, 'openedBy' | 'draftHash'>,
  now: Date,
): Site {
  const [state = ''] = siteMachine.initial;
  const beginning = { _id: id, county, kind: siteKind, state, area, scope: scopeOf(area) };
  return {
    ...beginRecord(beginning, [siteMoved], now),
    ...{ kind: siteKind, createdAt: now, detail: { name, threshold, labels, openedBy, draftHash } },
  };
}

/** Every room that a site names is there; a second time nothing happens. */
export async function makeRooms(deps: SiteDeps, site: Site): Promise<void> {
  const known = new Set((await siteRepository(deps.connection).roomsOf(site.county, site._id)).map(({ _id }) => _id));
  for (const label of site.detail.labels) {
    const room = roomOf(site, label, deps.now());
    if (!known.has(room._id)) await rooms(deps).insert(room);
  }
}

/** A clean room of a site: the same id for the same door. Pure. */
export function roomOf({ _id: site, county, area }: Site, label: string, now: Date): Room {
  const [state = ''] = roomMachine.initial;
  const _id = derivedId(county, site, 'room', label);
  const beginning = { _id, county, kind: roomKind, state, area, scope: scopeOf(area as AreaId) }; // of a stored site
  return { ...beginRecord(beginning, [], now), kind: roomKind, createdAt: now, about: site, detail: { label } };
}
