import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { PolicyRule, PolicySet, QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import { aHousehold, aPerson } from '../../../testing/builders';
import { deliverAll, deliverUntil } from '../../../testing/deliver-all';
import {
  type CallAnswer,
  startTestApp,
  type TestApp,
  type TestAppOptions,
  testCounty,
} from '../../../testing/test-app';
import { type ToldLine, toldLines } from '../../../testing/told-lines';
import { usualJudgement } from '../../../testing/usual-judgement';
import { assembleWork, type Work } from '../../../wiring/open-work';
import { type AreaRecord, areaRepository, openAreas } from '../../areas';
import { openFiles } from '../../files';
import { openHouseholds } from '../../households';
import { openNotices } from '../../notices';
import { type EpisodeOpening, type LinkMove, presets, ruleOn } from '../../quarantine';
import type { Episode, NeedOfHousehold } from '..';

/** Somebody with an account. */
export interface Somebody {
  readonly id: string;
}

/** Everything below plays on the one stage of the running test file. */
let app: TestApp;
let work: Work;
let policy: PolicySet;
let notices: (ToldLine & { readonly at: Date })[] = [];
/** What the other features were asked, in order. */
export const asked = {
  links: [] as LinkMove[],
  codes: [] as string[],
  cases: [] as string[],
  needs: [] as NeedOfHousehold[],
};

/** Opens a stage for the stories of a test file, and closes it after them; `places` are what the area tree knows. */
export function setTheStage(places: readonly AreaRecord[] = [], more: Partial<TestAppOptions> = {}): void {
  jest.setTimeout(240_000);
  beforeAll(async () => {
    app = await startTestApp({
      ...more,
      openFeatures: async (deps) => {
        await areaRepository(deps.connection).addMany(places);
        const areas = await openAreas(deps);
        const opened = openNotices(deps);
        const deliver: typeof opened.deliver = async (document, entry) => {
          const told = toldLines(document._id, entry.payload);
          notices.push(...told.map((line) => ({ ...line, at: deps.now() })));
          await opened.deliver(document, entry);
        };
        work = assembleWork(
          deps,
          areas.book,
          { ...opened, deliver },
          {
            judgementAt: usualJudgement,
            forEpisodes: {
              policyAt: async () => policy,
              moveLink: async (move) => void asked.links.push(move),
              askCodeClearing: async ({ episode, because }) => void asked.codes.push(`${episode} ${because}`),
              openInvestigation: async ({ foundIn, because }) => void asked.cases.push(`${foundIn} ${because}`),
              bringToHousehold: async (need) => asked.needs.push(need) > 0,
            },
          },
        );
        const homes = openHouseholds(deps, () => ({ names: [], zone: 'NONE' }));
        return [areas, homes, { routes: opened.routes }, { routes: openFiles(deps).routes }, ...work.features];
      },
    });
  });
  beforeEach(async () => {
    // what an earlier story has left rings no timer in this one
    for (const name of ['episodes', 'transfers', 'householdEvents'])
      await app.connection.collection(name).deleteMany({});
    notices = [];
    for (const list of Object.values(asked)) list.length = 0;
  });
  afterAll(() => app.close());
}

/** The server, and the rooms of sites as whoever sends people there has them. */
export const [theApp, theBeds] = [() => app, () => work.beds];
export const anId = (): string => app.anId();
export const now = (): Date => app.clock.now();
/** A Shanghai wall clock, `2022-04-10 15:00`. */
export const at = (wall: string): Date => new Date(`${wall.replace(' ', 'T')}:00+08:00`);
/** The same of an instant. */
export const wall = (instant: string | Date): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Delivers everything that is due, and what follows from it. */
export const settle = (): Promise<void> => deliverAll(app, work.handlers);

/** It is this time now; whatever became due on the way was delivered at its minute. */
export const clockTo = (to: string): Promise<void> => deliverUntil(app, work.handlers, at(to));

/** Begins a story at a time, before which nothing was. */
export function beginAt(time: string): void {
  app.clock.set(at(time));
}

let places = 0;
/** A grid in a township of its own. */
export function aPlace(): string {
  places += 1;
  return `${testCounty}${100 + places}201-g01`;
}

export const somebody = (role: Role, place: string): Promise<Somebody> => aPerson(app).withRole(role, place).saved();

export async function as(person: Somebody, method: 'GET' | 'POST', path: string, body?: unknown): Promise<CallAnswer> {
  return app.call(method, path, { token: await app.signIn(person), body });
}
export const get = (person: Somebody, path: string) => as(person, 'GET', path);
export const see = (person: Somebody, id: string) => get(person, `/quarantine-episodes/${id}`);

/** Does an action; `more` is its body beside the operation. */
export const act = (person: Somebody, id: string, action: string, more: object = {}) =>
  as(person, 'POST', `/quarantine-episodes/${id}/${action}`, { opId: anId(), reason: { code: 'OTHER' }, ...more });

/** The same, where the story cannot go on without it; what follows is delivered. */
export async function does(person: Somebody, id: string, action: string, more: object = {}): Promise<CallAnswer> {
  const answer = await act(person, id, action, more);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  await settle();
  return answer;
}

export async function stored(id: string): Promise<Episode> {
  const found = await app.connection.collection<{ _id: string }>('episodes').findOne({ _id: id });
  if (!found) throw new Error('gone');
  return found as unknown as Episode; // a document of the episodes collection
}
export const stateOf = async (id: string) => (await stored(id)).state;
/** Who has been told what about this record, in order: `HOUSEHOLD:RELEASED`. */
export const told = (id: string): string[] => notices.filter(({ record }) => record === id).map(({ line }) => line);
export const allNotices = () => notices;

export interface Scene {
  readonly id: string;
  readonly place: string;
  readonly household: string;
  readonly resident: Somebody;
  readonly worker: Somebody;
  readonly leader: Somebody;
  readonly doctor: Somebody;
  readonly sampler: Somebody;
  readonly lab: Somebody;
  readonly site: Somebody;
  readonly township: Somebody;
  readonly investigator: Somebody;
}

interface Asked {
  readonly policy: string;
  readonly category: QuarantineCategory;
  readonly anchor: string;
  readonly found: string;
  /** Somebody else of the same home. */
  readonly beside?: Scene;
  readonly id?: string;
}

/** Somebody whose quarantine has been opened, with everybody who has to do with it. */
export async function anEpisode(given: Asked): Promise<Scene> {
  beginAt(given.found);
  const { beside } = given;
  const place = beside?.place ?? aPlace();
  const home = beside ? { id: beside.household } : await aHousehold(app).in(place).saved();
  const resident = beside?.resident ?? (await aPerson(app).withRole('RESIDENT', place).livingIn(home).saved());
  const role = (wanted: Role) => somebody(wanted, place);
  const id = given.id ?? anId();
  await work.openEpisode(openingOf({ ...given, id, place, household: home.id }));
  await settle();
  if (beside) return { ...beside, id };
  return {
    ...{ id, place, household: home.id, resident },
    worker: await role('GRID_WORKER'),
    leader: await role('GRID_LEADER'),
    doctor: await role('DOCTOR'),
    sampler: await role('SAMPLER'),
    lab: await role('LAB'),
    site: await role('SITE_MANAGER'),
    township: await role('TOWNSHIP_DISPATCHER'),
    investigator: await role('CDC_INVESTIGATOR'),
  };
}

/** Whose quarantine this is. */
export const travellerOf = (episode: string): string => `${episode.slice(0, 7)}t${episode.slice(8)}`;

export const [personName, personPhone] = ['薛三宝', '10000007777'] as const;

export function openingOf(
  given: Asked & { readonly id: string; readonly place: string; readonly household: string },
): EpisodeOpening {
  policy = theSet(given.policy);
  const found = at(given.found);
  const rule = ruleOn(policy, given.category, given.found.slice(0, 10));
  if (!rule) throw new Error(`${given.policy} has no ${given.category}`);
  const { id, place, household, category } = given;
  return {
    ...{
      id,
      county: testCounty,
      about: travellerOf(id),
      area: areaId(place),
      household,
      parties: [],
    },
    ...{ who: { name: personName, phone: personPhone }, keys: [], category, rule },
    policy: { code: policy.code, version: policy.version },
    count: { anchor: at(given.anchor), foundAt: found, dayOneRule: 'NEXT_DAY', missedTestHour: 20 },
    reason: { code: 'CONTACT', values: {} },
  };
}

export const open = (opening: EpisodeOpening) => work.openEpisode(opening);

export function theSet(code: string): PolicySet {
  const found = presets.find((set) => set.code === code);
  if (!found) throw new Error(`there is no ${code}`);
  return found;
}

/** By what new categories are judged from now on; `change`: a county's own edition of it. */
export function judgeBy(code: string, change: (rule: PolicyRule) => PolicyRule = (rule) => rule): void {
  const set = theSet(code);
  policy = { ...set, rules: set.rules.map(change) };
}
