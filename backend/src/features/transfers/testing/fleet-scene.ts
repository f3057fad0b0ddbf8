import { testCounty } from '../../../testing/test-app';
import {
  aDraft,
  aHome,
  anId,
  aPerson1,
  app,
  collection,
  does,
  get,
  grid,
  type Home,
  link,
  now,
  post,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  submit,
} from '../../returnees/testing/scene';
import { fleet, type NewVehicle } from '..';
import { type SomeSite, someBeds } from './some-beds';

/** Two sites of the story: a small one in the own township, a roomy one in another. */
export const [small, roomy]: readonly [SomeSite, SomeSite] = [
  { site: 'east-inn', name: '东门宾馆', area: grid, rooms: 2 },
  { site: 'south-inn', name: '南关宾馆', area: '141122101', rooms: 20 },
];

export const beds = someBeds(() => new Date(now().getTime() + 120 * 60_000));

/** A stage whose sites have beds and whose county has no vehicle yet. */
export function setTheRoad(around?: Parameters<typeof setTheStage>[0]): void {
  setTheStage(around, true, beds);
  beforeEach(async () => {
    await collection('fleet').deleteMany({});
    beds.reset([small, roomy]);
  });
}

let plates = 0;
/** A vehicle of the county with so many places. */
export async function aVehicle(
  places = 6,
  change: Partial<Pick<NewVehicle, 'partition' | 'kinds' | 'carries' | 'drivers'>> = {},
): Promise<string> {
  const _id = anId();
  const plate = `晋J${String(10_000 + ++plates)}`;
  const kinds = ['RETURNEE', 'CLOSE_CONTACT', 'SECOND_CONTACT'] as const;
  const facts = { _id, county: testCounty, area: testCounty, plate, places, kinds, partition: true };
  await fleet(app().connection).addVehicles([{ ...facts, ...change }], now());
  return _id;
}

export interface Crew {
  readonly desk: Somebody;
  readonly township: Somebody;
  readonly driver: Somebody;
  readonly site: Somebody;
}

export const aCrew = async (): Promise<Crew> => ({
  desk: await somebody('TRANSFER_DESK', testCounty),
  township: await somebody('TOWNSHIP_DISPATCHER'),
  driver: await somebody('DRIVER', testCounty),
  site: await somebody('SITE_MANAGER'),
});

export interface Family extends Home {
  readonly travellers: readonly string[];
}

/** So many people of one report from a street on the list, whom the grid expects in three days. */
export async function aFamily(people = 1, change: object = {}): Promise<Family> {
  const home = await aHome();
  const travellers = Array.from({ length: people }, () => aPerson1());
  const answer = await submit(home.resident, aDraft(home, { travellers, ...change }));
  if (answer.status !== 200) throw new Error(`submit: ${JSON.stringify(answer.body)}`);
  await settle();
  const ids: string[] = answer.body.travellers.map(({ id }: { id: string }) => id);
  const worker = await somebody('GRID_WORKER');
  for (const id of ids) await does(worker, id, 'acknowledge');
  return { ...home, travellers: ids };
}

export interface StoredTrip {
  readonly _id: string;
  readonly state: string;
  readonly variant: string;
  readonly revision: number;
  readonly area: string;
  readonly scope: readonly string[];
  readonly assignment: { readonly assignee?: string };
  readonly detail: Readonly<Record<string, unknown>> & { readonly passengers: readonly string[] };
}
export interface StoredPassenger {
  readonly _id: string;
  readonly state: string;
  readonly about: string;
  readonly detail: { readonly trip: string; readonly code: string; readonly roomLabel?: string };
}

const all = async (kind: string) =>
  (await collection('transfers')
    .find({ kind } as object)
    .sort({ createdAt: 1, _id: 1 })
    .toArray()) as unknown[];
export const trips = async () => (await all('TRANSFER')) as StoredTrip[]; // of this feature
export const people = async () => (await all('PASSENGER')) as StoredPassenger[]; // of this feature

const isOpen = ({ state }: StoredPassenger) => ['LISTED', 'BOARDED'].includes(state);

/** The place on a list that somebody has, or had last. */
export async function passengerOf(traveller: string): Promise<StoredPassenger> {
  const theirs = (await people()).filter(({ about }) => about === traveller);
  const found = theirs.find(isOpen) ?? theirs.at(-1);
  if (!found) throw new Error('is on no list');
  return found;
}

/** The trip on which somebody is expected, or was last. */
export async function tripOf(traveller: string): Promise<StoredTrip> {
  const { detail } = await passengerOf(traveller);
  const found = (await trips()).find(({ _id }) => _id === detail.trip);
  if (!found) throw new Error('nobody fetches them');
  return found;
}

export const tripPath = (id: string, action = '') => `/transfers/${id}${action ? `/${action}` : ''}`;
export const onTrip = (person: Somebody, id: string, action: string, more: object = {}) =>
  post(person, tripPath(id, action), { opId: anId(), ...more });
export const onPassenger = (person: Somebody, id: string, action: string, more: object = {}) =>
  post(person, `/passengers/${id}/${action}`, { opId: anId(), ...more });

/** The same, where the story cannot go on without it. */
export async function goes(person: Somebody, id: string, action: string, more: object = {}) {
  const answer = await onTrip(person, id, action, more);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  await settle();
  return answer.body.view;
}

export async function is(person: Somebody, id: string, action: string, more: object = {}) {
  const answer = await onPassenger(person, id, action, more);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  await settle();
  return answer.body.view;
}

export const boards = { identityChecked: true, mask: true, temperatureTenths: 366, luggage: 2 };
export const notThere = { tried: ['PHONE', 'DOOR'] };

/** Approved with a bed, and sent. */
export async function sent(crew: Crew, trip: string, vehicle: string, site = roomy): Promise<void> {
  await goes(crew.township, trip, 'approve', { site: site.site });
  await goes(crew.desk, trip, 'dispatch', { vehicle, driver: crew.driver.id });
}

/** On the road with everybody on board who is not named. */
export async function onTheRoad(crew: Crew, trip: string, stays: readonly string[] = []): Promise<void> {
  await goes(crew.driver, trip, 'reach-pickup');
  const list = (await people()).filter(({ detail }) => detail.trip === trip);
  for (const { _id } of list) {
    if (stays.includes(_id)) await is(crew.driver, _id, 'not-there', notThere);
    else await is(crew.driver, _id, 'board', boards);
  }
  await goes(crew.driver, trip, 'board', { heads: list.length - stays.length });
  await goes(crew.driver, trip, 'set-out');
}

export const seen = async (person: Somebody, trip: string) => (await get(person, tripPath(trip))).body;
export const holders = async (owner: string) => {
  const found = await collection('fleet').findOne({ _id: owner });
  return ((found as unknown as { seats?: { task: string }[] } | null)?.seats ?? []).map(({ task }) => task);
};

/** How the link of a traveller stands that brings them here. */
export const linkState = async (traveller: string) => (await link(traveller, 'TRANSFER')).state;
/** The first of a list that has one. */
export const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('there is none');
  return one;
};

/** The first of a family. */
export const one = ({ travellers: [first = ''] }: { readonly travellers: readonly string[] }): string => first;
