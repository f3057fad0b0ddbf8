import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { aHousehold, aPerson } from '../../../testing/builders';
import { type CallAnswer, testCounty } from '../../../testing/test-app';
import { usualJudgement } from '../../../testing/usual-judgement';
import { openStage, type Somebody, type Stage } from '../../deliveries/testing/stage';

export type { Somebody } from '../../deliveries/testing/stage';

let stage: Stage;

export const township = `${testCounty}100`;
export const village = `${township}201`;
export const otherVillage = `${township}202`;
/** A grid with two buildings, and one of a village without any. */
export const grid = `${village}-g01`;
export const [first, second] = [`${grid}-b01`, `${grid}-b02`] as const;
export const rural = `${village}-g02`;
export const elsewhere = `${otherVillage}-g01`;

const places = [township, village, otherVillage, grid, first, second, rural, elsewhere];

/** Where these stories leave records. */
const usedCollections: readonly string[] = [
  ...['screenings', 'householdVisits', 'households', 'returnees', 'tasks', 'lateFacts', 'auditRows', 'refusals'],
];

/** Opens a stage for the stories of a test file, and closes it after them. */
export function setTheStage(around?: Parameters<typeof openStage>[2]): void {
  jest.setTimeout(240_000);
  beforeAll(async () => {
    const areas = [testCounty, ...places].map((id) => {
      const area = areaId(id);
      const own = {
        _id: area,
        county: testCounty,
        level: levelOf(area),
        name: `样例${id.slice(-3)}`,
        scope: scopeOf(area),
      };
      return { ...own, adjacent: [], validFrom: new Date(0) };
    });
    stage = await openStage(areas, { judgementAt: usualJudgement }, around);
  });
  beforeEach(async () => {
    for (const name of usedCollections) await collection(name).deleteMany({});
  });
  afterAll(() => stage.app.close());
}

export const app = () => stage.app;
export const anId = (): string => stage.app.anId();
export const now = (): Date => stage.app.clock.now();
export const settle = (): Promise<void> => stage.settle();
export const wait = (minutes: number): Promise<void> => stage.wait(minutes);
export const told = (id: string): string[] => stage.told(id);
export const collection = (name: string) => stage.app.connection.collection<{ _id: string }>(name);
export const get = (person: Somebody, path: string): Promise<CallAnswer> => stage.as(person, 'GET', path);
export const post = (person: Somebody, path: string, body: object): Promise<CallAnswer> =>
  stage.as(person, 'POST', path, body);
export const somebody = (role: Role, area: string): Promise<Somebody> =>
  aPerson(stage.app).withRole(role, area).saved();

/** What these stories look at in a stored visit. */
export interface StoredVisit {
  readonly _id: string;
  readonly state: string;
  readonly about: string;
  readonly variant: string;
  readonly household?: string;
  readonly area: string;
  readonly assignment: { readonly assignee?: string; readonly excluded: readonly string[] };
  readonly detail: { readonly tries: number; readonly again?: string; readonly report?: string };
  readonly history: readonly { readonly action: string; readonly by: string }[];
}

export const visitsNow = async (filter: object = {}): Promise<StoredVisit[]> =>
  (await collection('householdVisits')
    .find({ county: testCounty, ...filter })
    .sort({ area: 1, _id: 1 })
    .toArray()) as unknown as StoredVisit[]; // of this feature

export async function visitAt(household: string): Promise<StoredVisit> {
  const found = (await visitsNow({ household })).at(-1);
  if (!found) throw new Error('nobody is sent there');
  return found;
}

export async function aHome(area: string, door: string): Promise<string> {
  return (await aHousehold(stage.app).in(area).atDoor(door).saved()).id;
}

/** Who plans, who answers for the grid, and who goes to the doors. */
export interface Crew {
  readonly dispatcher: Somebody;
  readonly leader: Somebody;
  readonly screener: Somebody;
}

export async function aCrew(): Promise<Crew> {
  return {
    dispatcher: await somebody('TOWNSHIP_DISPATCHER', township),
    leader: await somebody('GRID_LEADER', village),
    screener: await somebody('SCREENER', township),
  };
}

export const aPlan = (change: object = {}) => ({
  ...{ id: anId(), township, areas: [village], since: '2022-04-01' },
  ...{ startsAt: new Date(now().getTime() + 60_000).toISOString(), ...change },
});

export const on = (campaign: string, action: string) => `/screening-campaigns/${campaign}/${action}`;

/** One action, where the story cannot go on without it. */
export async function does(person: Somebody, path: string, more: object = {}): Promise<CallAnswer> {
  const answer = await post(person, path, { opId: anId(), ...more });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  await settle();
  return answer;
}

export const atDoor = (person: Somebody, visit: string, action: string, more: object = {}): Promise<CallAnswer> =>
  post(person, `/household-visits/${visit}/${action}`, { opId: anId(), ...more });

/** Planned, published and begun. */
export async function running({ dispatcher }: Crew, change: object = {}): Promise<string> {
  const plan = aPlan(change);
  const { status } = await post(dispatcher, '/screening-campaigns', plan);
  if (status !== 200) throw new Error(`plan: ${status}`);
  await does(dispatcher, on(plan.id, 'publish'));
  await wait(2);
  return plan.id;
}

/** Given to the screener, visited, and with a result. */
export async function visited(person: Somebody, visit: string, more: object = {}): Promise<CallAnswer> {
  await does(person, `/household-visits/${visit}/reach-door`);
  return does(person, `/household-visits/${visit}/found-clear`, more);
}

/** Somebody who has come from a quiet place, as told at a door. */
export const aReport = (change: object = {}) => ({
  travellers: [{ name: '王小返', phone: '19900000001', symptoms: false }],
  stays: [{ place: ['甘肃省', '兰州市'], from: new Date(now().getTime() - 240 * 3_600_000).toISOString() }],
  arrivedAt: new Date(now().getTime() - 24 * 3_600_000).toISOString(),
  ...change,
});
