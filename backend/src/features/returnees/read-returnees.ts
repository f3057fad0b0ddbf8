import type { QueryOf } from '@grid-relief/shared-types/contract';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type * as contract from '@grid-relief/shared-types/returnees/returnee.contract';
import { Problem } from '../../http/problem';
import { areasOf, type PersonActor } from '../../lifecycle';
import { pageOfRows } from '../deliveries';
import type { Link } from './chain-link';
import { isLate, isLinkLate } from './next-step.rules';
import type { ReturneeDeps } from './returnee.deps';
import { gridRoles, lookingRole, standingOf } from './returnee.policy';
import { linkView, reportView, rowOf, type Seen, travellerView } from './returnee.presenter';
import { returneeRepository } from './returnee.repository';
import { type ReturneeReport, travellerIdsOf } from './returnee-report';
import { openNote, openSaid, openVerdict, saidBy, searchKeys } from './said';
import type { Traveller } from './traveller';

const seenBy = (deps: ReturneeDeps, actor: PersonActor): Seen => ({
  ...{ actor, now: deps.now(), areaName: (area) => deps.areaName(areaId(area)) },
});

/**
 * Somebody from the first word to the last link, as this person may see it.
 * @throws Problem not-found
 */
export async function viewTraveller(deps: ReturneeDeps, actor: PersonActor, traveller: Traveller | null) {
  const standing = traveller && standingOf(traveller, actor, deps.now());
  if (!traveller || !standing) return undefined;
  const { county, _id, detail } = traveller;
  const stored = returneeRepository(deps.connection);
  const [said, verdict, links, trackers] = await Promise.all([
    openSaid(deps, traveller),
    openVerdict(deps, traveller),
    stored.linksOf(county, _id),
    stored.trackersOf(county, _id),
  ]);
  const words = await Promise.all(
    (detail.notes ?? []).map(
      async ({ opId, sealed }) => [opId, await openNote(deps, traveller, opId, sealed)] as const,
    ),
  );
  const notes = new Map(words.flatMap(([opId, text]) => (text === undefined ? [] : [[opId, text] as const])));
  const parts = { traveller, said, verdict, links: [...links.values()], tracker: trackers.at(-1), notes };
  return travellerView(seenBy(deps, actor), standing, parts);
}

/** @throws Problem not-found */
export async function getTraveller(deps: ReturneeDeps, actor: PersonActor, id: string) {
  const view = await viewTraveller(deps, actor, await returneeRepository(deps.connection).byId(actor.county, id));
  if (!view) throw new Problem('not-found');
  return view;
}

/** A trip as whoever reported it sees it; undefined: it is out of their sight. */
export async function viewReport(deps: ReturneeDeps, actor: PersonActor, report: ReturneeReport) {
  const stored = returneeRepository(deps.connection);
  const cipher = await deps.cipherOf(report.county);
  const seen = seenBy(deps, actor);
  const isSeen = standingOf(report, actor, seen.now) !== undefined || report.detail.by === actor.personId;
  if (!isSeen) return undefined;
  const people = await stored.byIds(report.county, travellerIdsOf(report));
  const rows = await Promise.all(
    people.map(async (one) => {
      const links = [...(await stored.linksOf(report.county, one._id)).values()];
      return rowOf(seen, one, saidBy(cipher, one), links);
    }),
  );
  const ids = travellerIdsOf(report);
  rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return reportView(seen, report, rows);
}

/** Trips I reported, or that come to my household, the latest first. */
export async function myReturnees(deps: ReturneeDeps, actor: PersonActor) {
  const { county, personId, ownHouseholds, proxyHouseholds } = actor;
  const stored = returneeRepository(deps.connection);
  const trips = await stored.tripsOf(county, personId, [...ownHouseholds, ...proxyHouseholds]);
  trips.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const views = await Promise.all(trips.map((trip) => viewReport(deps, actor, trip)));
  return { items: views.flatMap((view) => (view ? [view] : [])) };
}

/** People who come to the areas of the grid, the latest first, then by when they are due. */
export async function listTravellers(
  deps: ReturneeDeps,
  actor: PersonActor,
  query: QueryOf<typeof contract.listTravellers>,
) {
  const seen = seenBy(deps, actor);
  const areas = gridRoles.flatMap((role) => areasOf(actor, role, seen.now));
  const stored = returneeRepository(deps.connection);
  const [people, open] = await Promise.all([
    stored.openIn(actor.county, areas),
    stored.openLinksIn(actor.county, areas),
  ]);
  const linksOf = byTraveller(open);
  const isIn = inTab(query.tab ?? 'all', linksOf, seen.now);
  const { rows, ...more } = pageOfRows(
    people.filter(isIn),
    (one) => [isLate(one, linksOf.get(one._id) ?? [], seen.now) ? 0 : 1, dueOf(one), one._id],
    query,
  );
  const cipher = await deps.cipherOf(actor.county);
  return { items: rows.map((one) => rowOf(seen, one, saidBy(cipher, one), linksOf.get(one._id) ?? [])), ...more };
}

const dueOf = ({ dueAt, detail, createdAt }: Traveller) =>
  (dueAt ?? detail.arrivedAt ?? detail.plannedAt ?? createdAt).getTime();

function byTraveller(links: readonly Link[]): ReadonlyMap<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) groups.set(link.detail.traveller, [...(groups.get(link.detail.traveller) ?? []), link]);
  return groups;
}

function inTab(tab: string, linksOf: ReadonlyMap<string, Link[]>, now: Date): (one: Traveller) => boolean {
  const today = dayOf(now);
  return (one) => {
    const { plannedAt, arrivedAt } = one.detail;
    if (tab === 'acknowledge') return ['TRIAGED', 'NEED_INFO', 'NO_SHOW', 'SEARCH'].includes(one.state);
    if (tab === 'today') return [plannedAt, arrivedAt].some((at) => at !== undefined && dayOf(at) === today);
    return tab !== 'late' || isLate(one, linksOf.get(one._id) ?? [], now);
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
  const open = await returneeRepository(deps.connection).openLinksIn(actor.county, areas);
  const late = open.filter((link) => isLinkLate(link, seen.now));
  const { rows, ...more } = pageOfRows(late, ({ dueAt, _id }) => [dueAt?.getTime() ?? 0, _id], query);
  return { items: rows.map((link) => linkView(seen, link)), ...more };
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
