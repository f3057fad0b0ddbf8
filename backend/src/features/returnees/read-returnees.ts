import type { QueryOf } from '@grid-relief/shared-types/contract';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type * as contract from '@grid-relief/shared-types/returnees/returnee.contract';
import type { TravellerRow } from '@grid-relief/shared-types/returnees/returnee.schema';
import { pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, householdsOf, type PersonActor } from '../../lifecycle';
import { alarmsIn } from '../episodes';
import type { Link } from './chain-link';
import type { HealthTracker } from './health-tracker';
import type { StoredVerdict } from './judge.rules';
import { linkRepository } from './link.repository';
import { isPastOwnLimit } from './next-step.rules';
import { ownWayOf } from './own-way.rules';
import type { ReturneeDeps } from './returnee.deps';
import { gridRoles, lookingRole, standingOf } from './returnee.policy';
import { linkView, reportView, rowOf, type Seen, trackerView, travellerView } from './returnee.presenter';
import { returneeRepository, type TravellerInOrder } from './returnee.repository';
import { type ReturneeReport, travellerIdsOf } from './returnee-report';
import { openFormer, openHealth, openNotes, openSaid, openVerdict, saidBy, searchKeys } from './said';
import type { Traveller } from './traveller';

/** Who looks, and when. */
export const seenBy = (deps: ReturneeDeps, actor: PersonActor): Seen => ({
  ...{ actor, now: deps.now(), areaName: (area) => deps.areaName(areaId(area)) },
});

/**
 * Somebody from the first word to the last link, as this person may see it.
 * @throws Problem not-found
 */
export async function viewTraveller(deps: ReturneeDeps, actor: PersonActor, traveller: Traveller | null) {
  const standing = traveller && standingOf(traveller, actor, deps.now());
  if (!traveller || !standing) return undefined;
  const { county, _id } = traveller;
  const [said, verdict, chain, trackers, former] = await Promise.all([
    openSaid(deps, traveller),
    openVerdict(deps, traveller),
    linkRepository(deps.connection).linksOf(county, _id),
    returneeRepository(deps.connection).trackersOf(county, _id),
    openFormer(deps, traveller),
  ]);
  const links = [...chain.values()];
  const samePerson = standing === 'GRID' ? await deps.showSamePerson(actor, [_id]) : undefined;
  // after a death nothing is shown to anybody of the home by itself (handbook 2.3)
  const tracker = trackers.filter(({ state }) => standing !== 'OWN' || state !== 'DECEASED').at(-1);
  const ownWay = standing === 'POST' ? undefined : await wayHome(deps, traveller, verdict);
  const parts = {
    ...(samePerson ? { samePerson } : {}),
    ...(ownWay ? { ownWay } : {}),
    ...{ traveller, said, verdict, links, tracker, formerReasons: former.map(({ reason }) => reason) },
    alarms: tracker && standing !== 'POST' ? await alarmsOf(deps, tracker) : [],
    ...(standing === 'GRID' ? await wordsFor(deps, traveller, links) : { notes: new Map(), linkNotes: new Map() }),
  };
  return travellerView(seenBy(deps, actor), standing, parts);
}

/** What may be said of the way home; how far a trip is asks only whoever may say something. */
async function wayHome(deps: ReturneeDeps, traveller: Traveller, verdict: StoredVerdict | undefined) {
  const { county, _id: about } = traveller;
  if (ownWayOf(traveller, verdict, undefined)?.is !== 'OPEN') return ownWayOf(traveller, verdict, undefined);
  return ownWayOf(traveller, verdict, await deps.transfers.standing({ county, about }));
}

/** What was said beside steps, and of links: the grid's to read. */
async function wordsFor(deps: ReturneeDeps, traveller: Traveller, links: readonly Link[]) {
  const [own, ...ofLinks] = await Promise.all([
    openNotes(deps, traveller),
    ...links.map(async (link) => [link._id, await openNotes(deps, link)] as const),
  ]);
  return { notes: new Map(own.map(({ opId, words }) => [opId, words])), linkNotes: new Map(ofLinks) };
}

/** A tracker after somebody acted on it; its alarms are for whoever is near. */
export async function viewTracker(deps: ReturneeDeps, actor: PersonActor, tracker: HealthTracker) {
  const isNear = standingOf(tracker, actor, deps.now()) !== 'POST';
  return trackerView(seenBy(deps, actor), tracker, isNear ? await alarmsOf(deps, tracker) : []);
}

/** What in the last report a doctor looks at, as codes. */
async function alarmsOf(deps: ReturneeDeps, tracker: HealthTracker): Promise<string[]> {
  const last = tracker.detail.reports?.at(-1);
  const words = last && (await openHealth(deps, tracker, last));
  return words ? alarmsIn(words, tracker.detail.feverTenths) : [];
}

/** @throws Problem not-found */
export async function getTraveller(deps: ReturneeDeps, actor: PersonActor, id: string) {
  const view = await viewTraveller(deps, actor, await returneeRepository(deps.connection).byId(actor.county, id));
  if (!view) throw new Problem('not-found');
  return view;
}

/** A trip as whoever reported it sees it; undefined: it is out of their sight. */
export async function viewReport(deps: ReturneeDeps, actor: PersonActor, report: ReturneeReport) {
  const [view] = await viewReports(deps, actor, [report]);
  return view;
}

/** Those of these trips that somebody may see, with everybody in them; read in one go. */
async function viewReports(deps: ReturneeDeps, actor: PersonActor, trips: readonly ReturneeReport[]) {
  const seen = seenBy(deps, actor);
  const mine = trips.filter(
    (trip) => standingOf(trip, actor, seen.now) !== undefined || trip.detail.by === actor.personId,
  );
  const { county } = actor;
  const people = await returneeRepository(deps.connection).ofTrips(
    county,
    mine.map(({ _id }) => _id),
  );
  const rows = await rowsOf(deps, seen, people);
  return mine.map((trip) => reportView(seen, trip, inOrderOf(trip, rows)));
}

/** As they were reported; whoever goes on under a new record comes after them. */
function inOrderOf(trip: ReturneeReport, rows: readonly TravellerRow[]): TravellerRow[] {
  const reported = travellerIdsOf(trip);
  const place = ({ id }: TravellerRow) => (reported.includes(id) ? reported.indexOf(id) : reported.length);
  return rows.filter(({ report }) => report === trip._id).sort((a, b) => place(a) - place(b));
}

/** Rows of these people; their chains are for whoever is near, a post is told that they come. */
async function rowsOf(deps: ReturneeDeps, seen: Seen, people: readonly Traveller[]): Promise<TravellerRow[]> {
  const { actor, now } = seen;
  const { county } = actor;
  const near = people.filter((one) => ['OWN', 'GRID'].includes(standingOf(one, actor, now) ?? ''));
  const [links, cipher] = await Promise.all([
    linkRepository(deps.connection).linksOfAll(
      county,
      near.map(({ _id }) => _id),
    ),
    deps.cipherOf(county),
  ]);
  return people.map((one) => rowOf(seen, one, saidBy(cipher, one), [...(links.get(one._id)?.values() ?? [])]));
}

/** Trips I reported, or that come to my household, the latest first. */
export async function myReturnees(deps: ReturneeDeps, actor: PersonActor) {
  const { county, personId } = actor;
  const trips = await returneeRepository(deps.connection).tripsOf(county, personId, householdsOf(actor));
  trips.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return { items: await viewReports(deps, actor, trips) };
}

/** People who come to the areas of the grid: who is late first, then by when they are due. */
export async function listTravellers(
  deps: ReturneeDeps,
  actor: PersonActor,
  query: QueryOf<typeof contract.listTravellers>,
) {
  const seen = seenBy(deps, actor);
  const areas = gridRoles.flatMap((role) => areasOf(actor, role, seen.now));
  const [people, late] = await Promise.all([
    returneeRepository(deps.connection).openIn(actor.county, areas),
    linkRepository(deps.connection).lateLinksIn(actor.county, areas, seen.now),
  ]);
  const waiting = new Set(late.map(({ detail }) => detail.traveller));
  const isBehind = (one: TravellerInOrder) => isPastOwnLimit(one, seen.now) || waiting.has(one._id);
  const { rows, ...more } = pageOfRows(
    people.filter(inTab(query.tab ?? 'all', isBehind, seen.now)),
    (one) => [isBehind(one) ? 0 : 1, dueOf(one), one._id],
    query,
  );
  const ids = rows.map(({ _id }) => _id);
  const listed = await returneeRepository(deps.connection).byIds(actor.county, ids);
  listed.sort((a, b) => ids.indexOf(a._id) - ids.indexOf(b._id));
  return { items: await rowsOf(deps, seen, listed), ...more };
}

const dueOf = ({ dueAt, detail, createdAt }: TravellerInOrder) =>
  (dueAt ?? detail.arrivedAt ?? detail.plannedAt ?? createdAt).getTime();

type IsOne = (one: TravellerInOrder) => boolean;

function inTab(tab: string, isBehind: IsOne, now: Date): IsOne {
  const today = dayOf(now);
  return (one) => {
    const { plannedAt, arrivedAt } = one.detail;
    if (tab === 'acknowledge') return ['TRIAGED', 'NEED_INFO', 'NO_SHOW', 'SEARCH'].includes(one.state);
    if (tab === 'today') return [plannedAt, arrivedAt].some((at) => at !== undefined && dayOf(at) === today);
    return tab !== 'late' || isBehind(one);
  };
}

/** Who is expected, by phone or the end of an identity number: for whoever meets them. */
export async function findTravellers(
  deps: ReturneeDeps,
  actor: PersonActor,
  { phone, idTail }: { readonly phone?: string | undefined; readonly idTail?: string | undefined },
) {
  const seen = seenBy(deps, actor);
  const cipher = await deps.cipherOf(actor.county);
  const keys = searchKeys(cipher, { phone, idNumber: idTail });
  if (keys.length === 0) return { items: [] };
  const found = await returneeRepository(deps.connection).openByKeys(actor.county, keys);
  const isOfBoth = ({ keys: own = [] }: Traveller) =>
    [phone && { phone }, idTail && { idNumber: idTail }]
      .flatMap((part) => (part ? [searchKeys(cipher, part)] : []))
      .every((some) => some.some((key) => own.includes(key)));
  const visible = found.filter(isOfBoth).filter((one) => standingOf(one, actor, seen.now) !== undefined);
  return { items: visible.map((one) => rowOf(seen, one, saidBy(cipher, one), [])) };
}

/** Links past their time in the areas of a commander, the longest overdue first (handbook C11). */
export async function listLateLinks(deps: ReturneeDeps, actor: PersonActor, query: QueryOf<typeof contract.lateLinks>) {
  const seen = seenBy(deps, actor);
  const areas = gridRoles.filter((role) => role !== 'GRID_WORKER').flatMap((role) => areasOf(actor, role, seen.now));
  const stored = linkRepository(deps.connection);
  const late = await stored.lateLinksIn(actor.county, areas, seen.now);
  const { rows, ...more } = pageOfRows(late, ({ dueAt, _id }) => [dueAt?.getTime() ?? 0, _id], query);
  const ids = rows.map(({ _id }) => _id);
  const links = await stored.linksByIds(actor.county, ids);
  links.sort((a, b) => ids.indexOf(a._id) - ids.indexOf(b._id));
  return { items: links.map((link) => linkView(seen, link)), ...more };
}

/**
 * Opens who somebody is. The look is stored before anything is answered.
 * @throws Problem not-found, op-id-reused
 */
export async function revealTraveller(
  deps: ReturneeDeps,
  actor: PersonActor,
  id: string,
  { opId, why }: { readonly opId: string; readonly why: string },
) {
  const at = deps.now();
  const { county, personId: who } = actor;
  const traveller = await returneeRepository(deps.connection).byId(county, id);
  const role = traveller && lookingRole(traveller, actor, at);
  if (!traveller || !role) throw new Problem('not-found');
  const look = { kind: 'returnee', record: id, did: 'reveal', why, role, who, county, at };
  const recordedAt = await deps.recordLook({ ...look, id: opId });
  const said = await openSaid(deps, traveller);
  if (!said) throw new Problem('not-found');
  const { name, phone, idNumber, host, place, entry, transport, words, symptoms, stays } = said;
  return {
    ...{ name, phone, idNumber, host, place, entry, transport, words, symptoms, stays: [...stays] },
    recordedAt: recordedAt.toISOString(),
  };
}
