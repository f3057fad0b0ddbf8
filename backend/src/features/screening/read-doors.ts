import { type AreaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { PersonId } from '@grid-relief/shared-types/primitives/ids';
import type { CampaignView, DoorView } from '@grid-relief/shared-types/screening/screening.schema';
import { type PageQuery, type Place, pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { callbackRepository } from './callback.repository';
import { type Campaign, goesOn } from './campaign';
import { campaignRepository } from './campaign.repository';
import { coverageOf, gridsOf } from './coverage.rules';
import { readGroups } from './read-groups';
import type { ScreeningDeps } from './screening.deps';
import { leaders, maySeeCampaign, maySeeVisit, placesOf, readers } from './screening.policy';
import {
  type CoverageAnswer,
  callbackRow,
  campaignView,
  doorOf,
  doorRow,
  doorView,
  gridView,
  type Seen,
} from './screening.presenter';
import type { HouseholdVisit } from './visit';
import { visitRepository } from './visit.repository';
import { walkingOrder } from './walking-order.rules';

/** Everything that views of these doors are made of: two reads for any number of them. */
export async function seenBy(
  deps: ScreeningDeps,
  actor: PersonActor,
  visits: readonly HouseholdVisit[],
): Promise<Seen> {
  const { county } = actor;
  const households = visits.flatMap(({ household }) => household ?? []);
  const people = [...new Set(visits.flatMap(({ assignment }) => assignment.assignee ?? []))];
  const [doorCodes, labels, cipher] = await Promise.all([
    deps.doorCodes(county, households),
    deps.labelsOf(county, people),
    deps.cipherOf(county),
  ]);
  return { actor, now: deps.now(), areaName: deps.areaName, doorCodes, labels, cipher };
}

/** @throws Problem not-found, also for one elsewhere */
export async function campaignFor(deps: ScreeningDeps, actor: PersonActor, id: string): Promise<Campaign> {
  const found = await campaignRepository(deps.connection).byId(actor.county, id);
  if (!found || !maySeeCampaign(found, actor, deps.now())) throw new Problem('not-found');
  return found;
}

/** @returns undefined when it is out of this person's sight */
export async function viewCampaign(
  { now, areaName }: ScreeningDeps,
  actor: PersonActor,
  record: Campaign,
): Promise<CampaignView | undefined> {
  return maySeeCampaign(record, actor, now()) ? campaignView({ actor, now: now(), areaName }, record) : undefined;
}

/** Those that go on first, the latest first. */
export async function listCampaigns(deps: ScreeningDeps, actor: PersonActor, query: PageQuery) {
  const { areaName } = deps;
  const now = deps.now();
  const all = await campaignRepository(deps.connection).all(actor.county);
  const mine = all.filter((campaign) => maySeeCampaign(campaign, actor, now));
  const place = ({ state, detail, _id }: Campaign): Place => [
    goesOn.includes(state) ? 0 : 1,
    -detail.startsAt.getTime(),
    _id,
  ];
  const { rows, ...more } = pageOfRows(mine, place, query);
  return { items: rows.map((campaign) => campaignView({ actor, now, areaName }, campaign)), ...more };
}

/** How far it is in the reader's area, grid by grid, the least done first. @throws Problem not-found */
export async function readCoverage(
  deps: ScreeningDeps,
  actor: PersonActor,
  id: string,
  query: PageQuery,
): Promise<CoverageAnswer> {
  const campaign = await campaignFor(deps, actor, id);
  const now = deps.now();
  const places = placesOf(actor, readers, now);
  const isWhole = places.some((place) => scopeOf(campaign.area as AreaId).includes(place)); // a stored area
  const groups = await readGroups(deps, campaign, isWhole ? undefined : places);
  const passed = campaign.detail.milestones.filter(({ at }) => at <= now).map(({ percent }) => percent);
  const grids = gridsOf(groups, Math.max(0, ...passed));
  const { rows, ...more } = pageOfRows(grids, ({ percent, area }) => [percent, area], query);
  const behind = grids.filter(({ isBehind }) => isBehind).length;
  return { total: coverageOf(groups), behind, items: rows.map((grid) => gridView(deps, grid)), ...more };
}

/** A page of doors in walking order; only what is shown is opened, once all their signs are known. */
async function pageOfDoors(
  deps: ScreeningDeps,
  actor: PersonActor,
  visits: readonly HouseholdVisit[],
  query: PageQuery,
) {
  const seen = await seenBy(deps, actor, visits);
  const place = (visit: HouseholdVisit): Place => [visit.area, walkingOrder(doorOf(seen, visit)), visit._id];
  const { rows, ...more } = pageOfRows(visits, place, query);
  return { items: rows.map((visit) => doorRow(seen, visit)), ...more };
}

/** The doors given to me in screenings that go on. */
export async function readMyDoors(deps: ScreeningDeps, actor: PersonActor, query: PageQuery) {
  const { county, personId } = actor;
  const going = await campaignRepository(deps.connection).going(county);
  return pageOfDoors(deps, actor, await visitRepository(deps.connection).mine(county, personId, going), query);
}

/** All doors of one place, or those of the reader's area that were handed up. @throws Problem not-found, invalid-input */
export async function readDoors(
  deps: ScreeningDeps,
  actor: PersonActor,
  id: string,
  { area, ...query }: PageQuery & { readonly area?: AreaId | undefined },
) {
  const campaign = await campaignFor(deps, actor, id);
  const visits = visitRepository(deps.connection);
  const places = placesOf(actor, leaders, deps.now());
  if (!area) return pageOfDoors(deps, actor, await visits.handedUp(campaign, places), query);
  mustBeSmall(area);
  if (!scopeOf(area).some((each) => places.includes(each))) throw new Problem('not-found');
  return pageOfDoors(deps, actor, await visits.at(campaign, area), query);
}

/** @throws Problem invalid-input for a place wider than a grid */
export function mustBeSmall(area: AreaId): void {
  if (levelOf(area) === 'GRID' || levelOf(area) === 'BUILDING') return;
  throw new Problem('invalid-input', undefined, { errors: [{ pointer: '/area', detail: 'a grid or a building' }] });
}

/** @returns undefined when it is out of this person's sight */
export async function viewDoor(
  deps: ScreeningDeps,
  actor: PersonActor,
  visit: HouseholdVisit,
): Promise<DoorView | undefined> {
  if (!maySeeVisit(visit, actor, deps.now())) return undefined;
  const campaign = await campaignRepository(deps.connection).byId(actor.county, visit.about);
  return campaign ? doorView(await seenBy(deps, actor, [visit]), visit, campaign) : undefined;
}

/** @throws Problem not-found */
export async function visitFor(deps: ScreeningDeps, actor: PersonActor, id: string): Promise<HouseholdVisit> {
  const found = await visitRepository(deps.connection).byId(actor.county, id);
  if (!found || !maySeeVisit(found, actor, deps.now())) throw new Problem('not-found');
  return found;
}

/** Whom a place can be given to, the least busy first. @throws Problem not-found, invalid-input */
export async function readScreeners(deps: ScreeningDeps, actor: PersonActor, id: string, area: AreaId) {
  await campaignFor(deps, actor, id);
  mustBeSmall(area);
  const places = placesOf(actor, ['GRID_LEADER'], deps.now());
  if (!scopeOf(area).some((each) => places.includes(each))) throw new Problem('not-found');
  const people = await deps.screenersOf(actor.county, area);
  const [labels, open] = await Promise.all([
    deps.labelsOf(actor.county, people),
    visitRepository(deps.connection).openOf(actor.county, people),
  ]);
  const rows = people.map((person) => {
    const { label = '', team } = labels.get(person) ?? {};
    return { person: PersonId.parse(person), label, ...(team ? { team } : {}), open: open.get(person) ?? 0 };
  });
  return { items: rows.sort((a, b) => a.open - b.open || (a.person < b.person ? -1 : 1)) };
}

/** Homes of the reader's area that are phoned. @throws Problem not-found */
export async function readCallbacks(
  deps: ScreeningDeps,
  actor: PersonActor,
  { campaign: id, ...query }: PageQuery & { readonly campaign: string },
) {
  const campaign = await campaignFor(deps, actor, id);
  const calls = await callbackRepository(deps.connection).toCall(campaign, placesOf(actor, leaders, deps.now()));
  const { rows, ...more } = pageOfRows(calls, ({ area, _id }) => [area, _id], query);
  const items = await Promise.all(rows.map((callback) => viewCallback(deps, actor, callback)));
  return { items: items.flatMap((row) => row ?? []), ...more };
}

/** @returns undefined when it is out of this person's sight */
export async function viewCallback(
  deps: ScreeningDeps,
  actor: PersonActor,
  callback: Parameters<typeof callbackRow>[1]['callback'],
) {
  const visit = await visitRepository(deps.connection).byId(actor.county, callback.detail.visit);
  if (!visit || !maySeeVisit(visit, actor, deps.now())) return undefined;
  return callbackRow(await seenBy(deps, actor, [visit]), { callback, visit });
}
