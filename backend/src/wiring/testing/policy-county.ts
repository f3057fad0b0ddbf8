import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { addMinutes, dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import { areaRepository, openAreas } from '../../features/areas';
import type { Episode } from '../../features/episodes';
import { openHouseholds } from '../../features/households';
import { openNotices } from '../../features/notices';
import { presets, ruleOn } from '../../features/quarantine';
import type { EntryHandlers } from '../../outbox';
import { aHousehold, aPerson } from '../../testing/builders';
import { deliverAll, deliverOnce } from '../../testing/deliver-all';
import { type CallAnswer, startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { assembleWork, type Work } from '../open-work';
import { laterSources, policySources } from '../quarantine-concerned';
import { openPolicies } from '../quarantine-policies';

export const grid = `${testCounty}100201-g01`;

/** A county with quarantines, travellers and policies joined as the product joins them, and an outbox delivered by hand. */
export interface PolicyCounty {
  readonly app: TestApp;
  readonly handlers: EntryHandlers;
  as(who: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<CallAnswer>;
  does(who: string, path: string, more?: object): Promise<CallAnswer>;
  settle(): Promise<void>;
  deliverOnce(): Promise<number>;
  wait(minutes: number): Promise<void>;
  /** Somebody who is counted by the row of a set, from so many days ago. */
  inQuarantine(by: Counted): Promise<string>;
  /** The same, assessed and with the notice signed. */
  atHome(by: Counted): Promise<string>;
  /** Swabbed now, and negative. */
  swabbed(id: string): Promise<void>;
  episode(id: string): Promise<Episode>;
  told(id: string): string[];
  /** Called after somebody has been moved: a test lets the process die there. */
  afterEach(work: (nth: number) => void): void;
  sweep(): Promise<void>;
}

interface Counted {
  readonly set: string;
  readonly category: QuarantineCategory;
  readonly daysAgo: number;
  readonly foundDaysAgo: number;
}

const cast: Readonly<Record<string, readonly [Role, string]>> = {
  dispatcher: ['COUNTY_DISPATCHER', testCounty],
  head: ['COUNTY_HEAD', testCounty],
  worker: ['GRID_WORKER', grid],
  doctor: ['DOCTOR', grid],
  sampler: ['SAMPLER', grid],
  lab: ['LAB', grid],
  investigator: ['CDC_INVESTIGATOR', testCounty],
};
const places = scopeOf(areaId(grid)).map((_id) => ({
  ...{ _id, county: testCounty, level: 'GRID' as const, name: '样例网格', scope: scopeOf(_id) },
  ...{ adjacent: [], validFrom: new Date(0) },
}));
const dayMinutes = 24 * 60;
const yes = {
  ...{ OWN_ROOM: true, OWN_TOILET: true, NO_SHARED_AIR_CONDITIONING: true, DRAINS_IN_ORDER: true, NO_DORMITORY: true },
  ...{ ALL_IN_HOME_QUARANTINE: true, CARER_FIT: true, TABLE_AT_DOOR: true, SUPPLIES: true },
};

/** The product's own joining of policies, quarantines and travellers, with its relay in the hands of a test. */
async function openJoined() {
  let work: Work | undefined;
  const hooks = { moved: 0, after: (_nth: number): void => undefined, forget: (): void => undefined };
  const told: { readonly record: string; readonly line: string }[] = [];
  const app = await startTestApp({
    openFeatures: async (deps) => {
      await areaRepository(deps.connection).addMany(places);
      const areas = await openAreas(deps);
      const notices = openNotices(deps);
      const deliver: typeof notices.deliver = async (document, entry) => {
        for (const to of [entry.payload.to].flat())
          told.push({ record: document._id, line: lineOf(to, entry.payload) });
        await notices.deliver(document, entry);
      };
      const later = laterSources();
      const policies = await openPolicies(deps, later.sources);
      const joined = { judgementAt: policies.book.judgementAt, policies: policies.handlers };
      work = assembleWork(deps, areas.book, { ...notices, deliver }, joined);
      const sources = policySources(work.people, policies.book);
      later.come({
        ...sources,
        async applyTo(...given) {
          await sources.applyTo(...given);
          hooks.moved += 1;
          hooks.after(hooks.moved);
        },
      });
      hooks.forget = () => policies.book.forget(testCounty);
      const households = openHouseholds(deps, () => ({ names: [], zone: 'NONE' }));
      return [areas, households, { routes: notices.routes }, ...work.features, policies];
    },
  });
  if (!work) throw new Error('work was not assembled');
  return { app, hooks, told, handlers: work.handlers, openEpisode: work.openEpisode };
}
type Joined = Awaited<ReturnType<typeof openJoined>>;

/** Delivers by hand. */
function relayOf({ app, handlers }: Joined) {
  return { deliverOnce: () => deliverOnce(app, handlers), settle: () => deliverAll(app, handlers) };
}

/** Who acts over HTTP. */
async function castOf({ app }: Joined, home: { readonly id: string }) {
  const members = new Map<string, { id: string }>();
  for (const [who, [role, area]] of Object.entries(cast)) {
    members.set(who, await aPerson(app).withRole(role, area).saved());
  }
  members.set('resident', await aPerson(app).livingIn(home).saved());
  async function as(who: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<CallAnswer> {
    const person = members.get(who);
    if (!person) throw new Error(`nobody is called ${who}`);
    return app.call(method, path, { token: await app.signIn(person), body });
  }
  async function does(who: string, path: string, more: object = {}): Promise<CallAnswer> {
    const answer = await as(who, 'POST', path, { opId: app.anId(), reason: { code: 'OTHER' }, ...more });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  }
  return { as, does };
}
type Cast = Awaited<ReturnType<typeof castOf>>;

/** Quarantines by whatever set they were counted. */
function quarantinesOf({ app, openEpisode }: Joined, { does }: Cast, home: { readonly id: string }) {
  const now = app.clock.now;
  async function inQuarantine({ set: code, category, daysAgo, foundDaysAgo }: Counted): Promise<string> {
    const set = presets.find((one) => one.code === code);
    const rule = set && ruleOn(set, category, dayOf(now()));
    if (!set || !rule) throw new Error(`${code} has no ${category}`);
    const id = app.anId();
    const { dayOneRule, missedTestHour } = set.parameters;
    const anchor = addMinutes(now(), -daysAgo * dayMinutes);
    const foundAt = addMinutes(now(), -foundDaysAgo * dayMinutes);
    await openEpisode({
      ...{ id, county: testCounty, area: areaId(grid), household: home.id, parties: [], keys: [], category, rule },
      ...{ who: { name: `薛${id.slice(-3)}` }, policy: { code, version: set.version } },
      count: { anchor, foundAt, dayOneRule, missedTestHour },
      reason: { code: 'CONTACT', values: { exposedOn: '2022-04-01' } },
    });
    return id;
  }
  return {
    inQuarantine,
    async atHome(by: Counted): Promise<string> {
      const id = await inQuarantine(by);
      const path = `/quarantine-episodes/${id}`;
      for (const who of ['worker', 'doctor']) await does(who, `${path}/view-home`, { answers: yes });
      await does('worker', `${path}/assess`);
      await does('worker', `${path}/start-home`, { notice: 'SIGNED', door: 'VISITS', careContact: '儿子在隔壁单元' });
      return id;
    },
    async swabbed(id: string): Promise<void> {
      const opId = app.anId();
      await does('sampler', `/quarantine-episodes/${id}/swab`, { opId });
      await does('lab', `/quarantine-episodes/${id}/book-result`, { swab: opId, result: 'NEGATIVE' });
    },
  };
}

/** Call in `beforeAll`, and `app.close` in `afterAll`. */
export async function openPolicyCounty(): Promise<PolicyCounty> {
  const joined = await openJoined();
  const { app, hooks, told, handlers } = joined;
  const home = await aHousehold(app).in(grid).saved();
  const people = await castOf(joined, home);
  const relay = relayOf(joined);
  return {
    ...{ app, ...people, ...relay, ...quarantinesOf(joined, people, home), handlers },
    async wait(minutes) {
      app.clock.advance(minutes * 60_000);
      await relay.settle();
    },
    async episode(id) {
      const found = await app.connection.collection<{ _id: string }>('episodes').findOne({ _id: id });
      if (!found) throw new Error('gone');
      return found as unknown as Episode; // a document of the episodes collection
    },
    told: (id) => told.filter(({ record }) => record === id).map(({ line }) => line),
    afterEach(work) {
      hooks.moved = 0;
      hooks.after = work;
    },
    async sweep() {
      for (const name of ['episodes', 'returnees', 'tasks', 'policyChanges', 'policyMoves', 'riskAreas']) {
        await app.connection.collection(name).deleteMany({});
      }
      await app.connection.collection('policyChoices').deleteMany({ change: { $exists: true } });
      hooks.forget();
      hooks.after = () => undefined;
      told.length = 0;
    },
  };
}

function lineOf(to: unknown, { code }: Readonly<Record<string, unknown>>): string {
  const { role, gridOf } = to as Readonly<Record<string, string | undefined>>; // as our verbs write it
  return `${role ?? (gridOf ? 'GRID' : 'HOUSEHOLD')}:${code}`;
}
