import type { SpecialNeed } from '@grid-relief/shared-types/households/household.schema';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role, Team } from '@grid-relief/shared-types/roles';
import { aHousehold, aPerson, changeHousehold } from '../../../testing/builders';
import { type CallAnswer, testCounty } from '../../../testing/test-app';
import { newVolunteer, volunteerRepository } from '../../volunteers';
import { type Beside, openStage, type Somebody, type Stage, type StoredTask } from './stage';

export type { Somebody } from './stage';

/** Everything below plays on the one stage of the running test file. */
let stage: Stage;

/** Opens a stage for the stories of a test file, and closes it after them. Each story begins on an empty one. */
export function setTheStage(places?: Parameters<typeof openStage>[0], beside?: Beside): void {
  // each story is some twenty signed requests and their outbox, on machines that do other things as well
  jest.setTimeout(60_000);
  beforeAll(async () => {
    stage = await openStage(places, undefined, undefined, beside);
  });
  beforeEach(sweep);
  afterAll(() => stage.app.close());
}

/** Takes away all work and sends everybody off duty: the router asks, in the end, the whole county. */
export async function sweep(): Promise<void> {
  for (const name of ['tasks', 'volunteers', 'reservations', 'ledger', 'lateFacts'])
    await collection(name).deleteMany({});
}

export const anId = (): string => stage.app.anId();
export const now = (): Date => stage.app.clock.now();
export const shop = (): string => stage.shop;
export const settle = (): Promise<void> => stage.settle();
export const wait = (minutes: number): Promise<void> => stage.wait(minutes);
/** Lets time pass while nothing is delivered: a device without a network, a relay that is behind. */
export const pass = (minutes: number): void => stage.app.clock.advance(minutes * 60_000);
export const told = (id: string): string[] => stage.told(id);
export const stored = (id: string): Promise<StoredTask> => stage.stored(id);
/** The state in which a request, or what belongs to one, lies in the database. */
export const stateOf = async (id: string): Promise<string> => (await stored(id)).state;
/** The application that is on, and one delivery of what is due: for stories in which it dies in the middle. */
export const theApp = () => stage.app;
export const deliverOnce = (): Promise<number> => stage.deliverOnce();
/** For what runs beside requests. */
export const connection = () => stage.app.connection;
export const collection = (name: string) => stage.app.connection.collection<{ _id: string }>(name);
export const get = (person: Somebody, path: string): Promise<CallAnswer> => stage.as(person, 'GET', path);
/** Stores a photo under this id, as a phone sends it before the act that names it. */
export const upload = (person: Somebody, id: string, photo: Buffer, purpose: string): Promise<number> =>
  stage.upload(person, id, photo, purpose);
export const post = (person: Somebody, path: string, body: object) => stage.as(person, 'POST', path, body);

let places = 0;

/** A grid in a township of its own. */
export function aPlace(): string {
  places += 1;
  return `${testCounty}${100 + places}201-g01`;
}

/** Somebody with a role, or with two, in the grid or a wider place. */
export function somebody(role: Role, place: string, and?: Role): Promise<Somebody> {
  const person = aPerson(stage.app).withRole(role, place);
  return (and ? person.withRole(and, place) : person).saved();
}

interface Enrolled {
  readonly seatLimit?: number;
  readonly team?: Team;
  readonly skills?: readonly string[];
}

/** A volunteer on duty for a month, equipped for every grocery. */
export async function aCarrier(place: string, more: Enrolled = {}): Promise<Somebody> {
  const person = await somebody('VOLUNTEER', place);
  const { team = 'VETERAN', skills = ['HANDOVER'], ...rest } = more;
  const dutyUntil = new Date(now().getTime() + 30 * 24 * 3_600_000);
  const enrolment = { person: person.id, county: testCounty, area: areaId(place), ppe: 2, dutyUntil };
  const volunteer = newVolunteer({ ...enrolment, team, skills, ...rest }, now());
  await volunteerRepository(stage.app.connection).addMany([volunteer]);
  return person;
}

export interface Home {
  readonly place: string;
  readonly household: string;
  readonly resident: Somebody;
  readonly name: string;
  readonly phone: string;
}

/** A household of an elder alone: its requests are urgent enough to travel without a run. */
export async function aHome(place = aPlace(), ...needs: SpecialNeed[]): Promise<Home> {
  const home = await aHousehold(stage.app)
    .in(place)
    .withNeeds(...(needs.length > 0 ? needs : ['ELDER_ALONE' as const]))
    .saved();
  const resident = await aPerson(stage.app).withRole('RESIDENT', place).livingIn(home).saved();
  return { place, household: home.id, resident, name: home.name, phone: home.phone };
}

/** A post and whoever leads its shift, with the role until `until`. */
export async function aPost(place = aPlace(), until?: Date): Promise<Home> {
  const post = await aHousehold(stage.app).in(place).named('马保平').asPost('样例卡口').saved();
  const role = until ? { until } : {};
  const resident = await aPerson(stage.app).withRole('SHIFT_LEADER', place, role).leading(post).saved();
  return { place, household: post.id, resident, name: post.name, phone: post.phone };
}

/** Something about a household is another from now on. */
export const changeHome = (household: string, change: Parameters<typeof changeHousehold>[2]): Promise<void> =>
  changeHousehold(stage.app, household, change);

/** Somebody who speaks for a household with recorded consent. */
export const aProxy = ({ household, place }: Home): Promise<Somebody> =>
  aPerson(stage.app).withRole('PROXY', place).speakingFor({ id: household }).saved();

/** Does an action; `more` is its body beside the operation. */
export function act(person: Somebody, id: string, action: string, more: object = {}): Promise<CallAnswer> {
  return post(person, `/deliveries/${id}/${action}`, { opId: anId(), reason: { code: 'OTHER' }, ...more });
}

/** The same, where the story cannot go on without it. */
export async function does(person: Somebody, id: string, action: string, more: object = {}): Promise<CallAnswer> {
  return mustWork(action, await act(person, id, action, more));
}

function mustWork(what: string, answer: CallAnswer): CallAnswer {
  if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** One request as this person sees it. */
export const see = (person: Somebody, id: string): Promise<CallAnswer> => get(person, `/deliveries/${id}`);

/** Two lines, of 1800 and 500 fen by estimate: eggs that are asked about, noodles that are left out. */
export const twoLines = [
  { line: 'eggs', name: '鸡蛋', unit: '斤', quantity: 2, priceLimitFen: 900, substitution: { rule: 'ASK' } },
  { line: 'noodles', name: '挂面', unit: '袋', quantity: 1, priceLimitFen: 500, substitution: { rule: 'NONE' } },
];

export function aDraft(household: string, more: object = {}) {
  return { id: anId(), household, kind: 'GROCERY', lines: twoLines, payMode: 'VOLUNTEER_ADVANCE', ...more };
}

export const submit = (person: Somebody, draft: object): Promise<CallAnswer> => post(person, '/deliveries', draft);

/** The receipt of both lines at their estimate, 2300 fen. */
export function receipt(more: object = {}) {
  const lines = [
    { line: 'eggs', outcome: 'FOUND', actualFen: 1800 },
    { line: 'noodles', outcome: 'FOUND', actualFen: 500 },
  ];
  return { lines, receiptPhoto: anId(), bags: 2, ...more };
}

/** A request, its household, and who carries it. */
export interface Scene extends Home {
  readonly id: string;
  readonly carrier: Somebody;
}

const way = ['TRIAGED', 'ACCEPTED', 'SHOPPING', 'PURCHASED', 'IN_TRANSIT', 'DROPPED', 'CONFIRMED'] as const;

/** A request that has come this far over the interface, carried by the only volunteer of its place. */
export async function aDelivery(until: (typeof way)[number], more: object = {}, home?: Home): Promise<Scene> {
  const whose = home ?? (await aHome());
  const draft = aDraft(whose.household, more);
  mustWork('submit', await submit(whose.resident, draft));
  await settle();
  const carrier = await aCarrier(whose.place);
  const { id } = draft;
  const taking = await takingBy(carrier, id, whose.place);
  const steps: readonly (readonly [Somebody, string, object])[] = [
    taking,
    [carrier, 'start-shopping', {}],
    [carrier, 'purchase', receipt()],
    [carrier, 'depart', {}],
    [carrier, 'drop', { photo: anId() }],
    [whose.resident, 'confirm', {}],
  ];
  for (const [person, action, body] of steps.slice(0, way.indexOf(until))) await does(person, id, action, body);
  await settle();
  return { ...whose, id, carrier };
}

/** From the pool; what the router has offered to somebody else meanwhile is assigned. */
async function takingBy(carrier: Somebody, id: string, place: string): Promise<readonly [Somebody, string, object]> {
  if ((await stored(id)).state === 'TRIAGED') return [carrier, 'claim', {}];
  return [await somebody('GRID_LEADER', place), 'assign', { to: carrier.id }];
}
