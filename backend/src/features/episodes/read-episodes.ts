import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { addHours } from '@grid-relief/shared-types/primitives/instants';
import type { EpisodeRow, EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import { type PageQuery, pageOfRows } from '../../http/page-of-rows';
import { Problem } from '../../http/problem';
import { areasOf, householdsOf, type PersonActor } from '../../lifecycle';
import { destroyedText, maskName } from '../../masks';
import type { WhoIsIn } from '../quarantine';
import type { Episode, ListedEpisode } from './episode';
import type { EpisodeDeps } from './episode.deps';
import { partIn } from './episode.policy';
import { type Around, presentEpisode, presentRow, readsCategory, readsHealth } from './episode.presenter';
import { episodeRepository } from './episode.repository';
import { openHealth } from './health.verbs';
import { heldEndOf } from './joined-ends';
import { lateReportsOf } from './late-reports';
import { alarmsIn } from './report-doubts.rules';
import type { DeliveryPlan } from './supply/delivery-plan';
import { openPlansOf } from './supply/delivery-plans';
import { type Todo, testsToTake, todosOf } from './todos.rules';

const gridRoles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] as const satisfies readonly Role[];
/** A person is shown what has ended for as long as somebody may still ask about it. Days. */
const shownAfterEndDays = 14;

/** Name and phone in plain text; undefined once the key was destroyed. */
export async function openWho(deps: EpisodeDeps, { county, detail }: Episode): Promise<WhoIsIn | undefined> {
  const text = await deps.unseal(county, detail.sealed, 'who');
  // sealed by our own opening, and by nobody else
  return text === undefined ? undefined : (JSON.parse(text) as { who: WhoIsIn }).who;
}

/** A name as others may see it. */
export async function maskedName(deps: EpisodeDeps, record: Episode): Promise<string> {
  const who = await openWho(deps, record);
  return who ? maskName(who.name) : destroyedText;
}

/** The record as this person may see it; undefined: it is out of their sight. */
export async function viewOf(deps: EpisodeDeps, actor: PersonActor, record: Episode): Promise<EpisodeView | undefined> {
  const now = deps.now();
  const part = partIn(record, actor, now);
  if (!part) return undefined;
  const { county, household, detail } = record;
  const stored = episodeRepository(deps.connection);
  // a laboratory has to do with a swab, and with nobody
  const isNobodys = part === 'LAB';
  const sameHome = household && !isNobodys ? await stored.ofHousehold(county, household) : [];
  const others = sameHome.filter((one) => one._id !== record._id && one.detail.endedAt === undefined);
  const linked = await Promise.all(others.map(async (one) => ({ ...one, nameMasked: await maskedName(deps, one) })));
  const stay = detail.stay && readsCategory.includes(part) ? await deps.unseal(county, detail.stay, 'stay') : undefined;
  const [plan] = await openPlansOf(deps.connection, county, [record._id, ...others.map(({ _id }) => _id)]);
  const area = areaId(record.area);
  const held = detail.endedAt ? undefined : await heldEndOf(deps, record);
  const names = record.about === undefined ? [record._id] : [record._id, record.about];
  return presentEpisode(record, {
    heldUntil: held?.how === 'WAIT' ? held.behind.endsAt : undefined,
    samePerson: part === 'GRID' ? await deps.showSamePerson(actor, names) : undefined,
    ...{ actor, part, now, linked, plan, areaName: deps.areaName(area) },
    nameMasked: isNobodys ? '' : await maskedName(deps, record),
    gridPhone: part === 'PERSON' ? await deps.gridPhone(county, area) : undefined,
    ...(readsHealth.includes(part) ? await healthOf(deps, record) : { words: new Map(), late: [] }),
    stay: stay === undefined ? undefined : JSON.parse(stay), // sealed by our own verb
  });
}

/** What somebody said about their health, opened. */
async function healthOf(deps: EpisodeDeps, record: Episode): Promise<Pick<Around, 'words' | 'alarms' | 'late'>> {
  const { reports, alert, feverTenths } = record.detail;
  const late = await lateReportsOf(deps, record);
  const open = (sealed: string) => openHealth({ deps, record }, sealed);
  const said = await Promise.all(
    [...reports, ...late].map(async ({ opId, sealed }) => [opId, await open(sealed)] as const),
  );
  const alarms = alert && alarmsIn(await open(alert.sealed), feverTenths);
  return { words: new Map(said), alarms, late };
}

/** @throws Problem not-found */
export async function getEpisode(deps: EpisodeDeps, actor: PersonActor, id: string): Promise<EpisodeView> {
  const record = await episodeRepository(deps.connection).byId(actor.county, id);
  const view = record ? await viewOf(deps, actor, record) : undefined;
  if (!view) throw new Problem('not-found');
  return view;
}

/** Everybody of the own homes, and who is named; the one that ends first comes first, what is over last. */
export async function myDays(deps: EpisodeDeps, actor: PersonActor) {
  const homes = householdsOf(actor);
  const found = await episodeRepository(deps.connection).mine(actor.county, homes, actor.personId);
  const since = addHours(deps.now(), -24 * shownAfterEndDays);
  // after a death nothing is shown to anybody by itself
  const shown = found.filter(
    ({ state, detail }) => state !== 'DECEASED' && !(detail.endedAt && detail.endedAt < since),
  );
  const views = await Promise.all(shown.map((record) => viewOf(deps, actor, record)));
  const items = views.flatMap((view) => view ?? []);
  const isOver = (view: EpisodeView) => (shown.find(({ _id }) => _id === view.id)?.detail.endedAt ? 1 : 0);
  return { items: items.sort((a, b) => isOver(a) - isOver(b) || (a.endsAt < b.endsAt ? -1 : 1)) };
}

interface Wanted {
  readonly roles: readonly Role[];
  readonly isWanted: (record: ListedEpisode, plan: DeliveryPlan | undefined, now: Date) => boolean;
  /** What of all there is to do is this reader's; absent: all of it. */
  readonly isTheirs?: (todo: Todo) => boolean;
}

/** One page of rows, what is late first, then what is due soonest. Only whoever is on it is read whole and opened. */
async function list(
  deps: EpisodeDeps,
  actor: PersonActor,
  query: PageQuery,
  { roles, isWanted, isTheirs = () => true }: Wanted,
) {
  const now = deps.now();
  const { county } = actor;
  const areas = roles.flatMap((role) => areasOf(actor, role, now));
  const stored = episodeRepository(deps.connection);
  const found = await stored.openIn(county, areas);
  const plans = await plansOf(deps, county, found);
  const { rows, ...more } = pageOfRows(
    found.filter((record) => isWanted(record, plans.get(record._id), now)),
    (record) => placeOf(record, todosOf(record, plans.get(record._id), now).filter(isTheirs)),
    query,
  );
  const homes = [...new Set(rows.flatMap(({ household }) => household ?? []))];
  const [doors, page] = await Promise.all([
    homes.length > 0 ? deps.doorCodes(county, homes) : new Map<string, string>(),
    stored.byIds(
      county,
      rows.map(({ _id }) => _id),
    ),
  ]);
  const perHome = countBy(found.flatMap(({ household }) => household ?? []));
  const whole = new Map(page.map((record) => [record._id, record]));
  const items = rows.map(async ({ _id }): Promise<EpisodeRow[]> => {
    const record = whole.get(_id);
    if (!record) return [];
    const { household, area } = record;
    const row = presentRow(record, {
      ...{ actor, now, isTheirs, plan: plans.get(_id), linkedCount: household ? (perHome.get(household) ?? 1) - 1 : 0 },
      nameMasked: await maskedName(deps, record),
      areaName: deps.areaName(areaId(area)),
      doorCode: household ? doors.get(household) : undefined,
    });
    return [row];
  });
  return { items: (await Promise.all(items)).flat(), ...more };
}

/** Supply clocks by the episode they belong to. */
async function plansOf({ connection }: EpisodeDeps, county: string, found: readonly ListedEpisode[]) {
  const ids = found.map(({ _id }) => _id);
  const plans = await openPlansOf(connection, county, ids);
  return new Map(plans.flatMap((plan) => (plan.about ? [[plan.about, plan] as const] : [])));
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What is written on the tube: the end of the swab's id. */
const codeLength = 6;
const far = 8_640_000_000_000;

/** First in the queue: a doctor is needed, a household is silent; then what is late, then what is due soonest. */
function placeOf({ _id }: ListedEpisode, todos: readonly Todo[]): (number | string)[] {
  const isFirst = todos.some(({ what }) => what === 'SYMPTOM' || what === 'CALL_SILENT');
  const isLate = todos.some((todo) => todo.isLate);
  const by = Math.min(far, ...todos.flatMap((todo) => (todo.by ? [todo.by.getTime()] : [])));
  return [isFirst ? 0 : 1, isLate ? 0 : 1, by, _id];
}

/** What a grid has to do today (handbook 2.3). */
export const today = (deps: EpisodeDeps, actor: PersonActor, query: PageQuery) =>
  list(deps, actor, query, {
    roles: gridRoles,
    isWanted: (record, plan, now) => todosOf(record, plan, now).length > 0,
  });

/** Everybody who is in a site, or comes to one. */
export const atSite = (deps: EpisodeDeps, actor: PersonActor, query: PageQuery) =>
  list(deps, actor, query, {
    roles: ['SITE_MANAGER'],
    isWanted: ({ detail }) =>
      detail.placement === 'CENTRAL' ||
      detail.moveTo === 'CENTRAL' ||
      (detail.verdict === 'CENTRAL' && !detail.placement),
  });

/** Whose swab is due, the missed ones first. */
export const toSample = (deps: EpisodeDeps, actor: PersonActor, query: PageQuery) =>
  list(deps, actor, query, {
    roles: ['SAMPLER'],
    isWanted: (record, _plan, now) => testsToTake(record, now).length > 0,
    isTheirs: ({ what }) => what === 'TEST' || what === 'MISSED_TEST',
  });

/** Who waits for a doctor: somebody who is ill, or a home that only a grid worker has seen. */
export const forDoctor = (deps: EpisodeDeps, actor: PersonActor, query: PageQuery) =>
  list(deps, actor, query, {
    roles: ['DOCTOR'],
    isWanted: ({ state, detail }) =>
      state === 'SYMPTOM_ALERT' ||
      (state === 'PENDING' && detail.phases[detail.phase]?.kind === 'HOME' && !detail.homeLooks?.DOCTOR),
  });

/** Swabs without a result, oldest first; nothing says whose they are. */
export async function results(deps: EpisodeDeps, actor: PersonActor, query: PageQuery) {
  const areas = areasOf(actor, 'LAB', deps.now());
  const found = await episodeRepository(deps.connection).withoutResult(actor.county, areas);
  const waiting = found.flatMap(({ _id, detail }) =>
    detail.swabs.filter(({ result }) => !result).map((swab) => ({ episode: _id, swab })),
  );
  const { rows, ...more } = pageOfRows(waiting, ({ swab }) => [swab.takenAt.getTime(), swab.id], query);
  const items = rows.map(({ episode, swab }) => ({
    episode: episode as EpisodeRow['id'],
    swab: swab.id as EpisodeRow['id'],
    takenAt: swab.takenAt.toISOString(),
    ...(swab.kit ? { kit: swab.kit } : {}),
    code: swab.id.slice(-codeLength).toUpperCase(),
  }));
  return { items, ...more };
}
