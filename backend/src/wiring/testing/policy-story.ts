import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { setId } from '../../features/policies/policy.repository';
import { testCounty } from '../../testing/test-app';
import { openPolicyCounty, type PolicyCounty } from './policy-county';

let opened: PolicyCounty;
/** The county of this file's stories. */
export const theCounty = (): PolicyCounty => opened;

/** Opens a county for the stories of a test file, empties it before each, and closes it after them. */
export function setTheStage(): void {
  jest.setTimeout(240_000);
  beforeAll(async () => {
    opened = await openPolicyCounty();
  });
  beforeEach(() => opened.sweep());
  afterAll(() => opened.app.close());
}

export const anId = () => theCounty().app.anId();
export const now = () => theCounty().app.clock.now();
/** A record as it is stored; what matters of it is asserted by each test. */
export interface Stored {
  readonly _id: string;
  readonly county: string;
  readonly state: string;
  readonly about?: string;
  readonly dueAt?: Date;
  readonly history: readonly { readonly action: string }[];
  readonly relay: unknown;
  readonly outbox: unknown;
  readonly detail: Readonly<Record<string, unknown>>;
}
export const collection = (name: string) => theCounty().app.connection.collection<Stored>(name);
/** The change to the 8th edition. */
export const toV8 = () => ({ of: 'SET', set: setId(testCounty, { code: 'V8_NATIONAL', version: 1 }) });
export const seen = async (id: string) => (await theCounty().as('head', 'GET', `/policy-changes/${id}`)).body;
export const view = async (id: string) => (await theCounty().as('worker', 'GET', `/quarantine-episodes/${id}`)).body;

export async function onChange(who: string, id: string, action: string, more: object = {}) {
  const { revision } = await seen(id);
  return theCounty().does(who, `/policy-changes/${id}/${action}`, { revision, ...more });
}

export async function previewed(what: object): Promise<string> {
  const id = anId();
  const { status, body } = await theCounty().as('dispatcher', 'POST', '/policy-changes', { id, what });
  if (status !== 200) throw new Error(JSON.stringify(body));
  await onChange('dispatcher', id, 'preview');
  return id;
}

export async function applied(what: object): Promise<string> {
  const id = await previewed(what);
  await onChange('head', id, 'approve');
  await theCounty().wait(1);
  return id;
}

export const days = (from: Date, count: number) => addMinutes(from, count * 24 * 60).toISOString();

/** In the home, by older and newer sets: whom the 8th edition moves. */
export async function household() {
  const rest = { set: 'SX_2022_EARLY', category: 'REST_OF_COUNTY_STAY' } as const;
  const special = { set: 'V9_NATIONAL', category: 'CLOSE_CONTACT_SPECIAL' } as const;
  return {
    past: await theCounty().atHome({ ...rest, daysAgo: 16, foundDaysAgo: 1 }),
    shorter: await theCounty().atHome({ ...rest, daysAgo: 3, foundDaysAgo: 3 }),
    named: await theCounty().atHome({ ...special, daysAgo: 2, foundDaysAgo: 1 }),
    unnamed: await theCounty().atHome({ ...special, daysAgo: 2, foundDaysAgo: 1 }),
  };
}

/** Everything that is stored of people, but for leases of the relay. */
export async function people() {
  const all = ['episodes', 'returnees', 'tasks'].map((name) => collection(name).find().sort({ _id: 1 }).toArray());
  return (await Promise.all(all)).flat().map(({ relay: _relay, outbox: _outbox, ...rest }) => rest);
}

/** Delivers once more whatever a change has made, as a relay does that died before it had said so. */
export async function again(change: string): Promise<void> {
  await collection('policyMoves').updateMany({}, { $unset: { doneAt: '' } });
  const all = await collection('policyChanges').find().toArray();
  const entry = { id: 'again', kind: 'again', due: now(), attempts: 1, payload: {} };
  const { policySpread, policyBatch } = theCounty().handlers;
  for (const one of all.filter(({ _id }) => _id === change))
    await policySpread?.deliver(entry, one as never, {} as never);
  const parts = all.filter(({ about }) => about === change);
  expect(parts.length).toBeGreaterThan(0);
  for (const part of parts) await policyBatch?.deliver(entry, part as never, {} as never);
  await theCounty().settle();
}
