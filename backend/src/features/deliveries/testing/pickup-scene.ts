import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { testCounty, testStart } from '../../../testing/test-app';
import type { AreaRecord } from '../../areas';
import {
  aCarrier,
  aDelivery,
  aHome,
  anId,
  collection,
  get,
  type Home,
  now,
  pass,
  post,
  type Scene,
  type Somebody,
  settle,
  somebody,
} from './scene';

/** A controlled grid with a pick-up place of three numbers, open from eight to eight. */
export const controlled = areaId(`${testCounty}299201-g01`);

export const controlledPlaces: AreaRecord[] = [
  {
    _id: controlled,
    county: testCounty,
    level: levelOf(controlled),
    name: '第01网格',
    scope: scopeOf(controlled),
    zone: 'CONTROLLED',
    pickupPlace: { name: '南门广场', numbers: 3 },
    adjacent: [],
    validFrom: new Date(0),
  },
];

/** A request whose goods are on the way to the place, with the time the product gave. */
export interface Fetching extends Scene {
  readonly slot: string;
  readonly helper: Somebody;
  readonly worker: Somebody;
}

/** A household that comes itself, and is urgent enough to be served without a run. */
export const aFetchingHome = (): Promise<Home> => aHome(`${controlled}-b01`, 'INFANT');

export async function onTheWay(): Promise<Fetching> {
  const scene = await aDelivery('IN_TRANSIT', {}, await aFetchingHome());
  const { id: slot } = (await slotOf(scene.resident, scene.id)).body;
  if (typeof slot !== 'string') throw new Error('no time was given');
  return { ...scene, slot, helper: await aCarrier(controlled), worker: await somebody('GRID_WORKER', controlled) };
}

/** The same with its bag on a numbered place. */
export async function atPlace(number = 1): Promise<Fetching> {
  const scene = await onTheWay();
  const called = await onSlot(scene.helper, scene.slot, 'call', { number });
  if (called.status !== 200) throw new Error(`call: ${called.status} ${JSON.stringify(called.body)}`);
  await settle();
  return scene;
}

export const slotOf = (person: Somebody, delivery: string) => get(person, `/deliveries/${delivery}/pickup-slot`);
export const timesOf = (person: Somebody, delivery: string, query = '') =>
  get(person, `/deliveries/${delivery}/pickup-times${query}`);
export const reserve = (person: Somebody, delivery: string, more: object = {}) =>
  post(person, `/deliveries/${delivery}/pickup-slot`, { opId: anId(), ...more });
export const onSlot = (person: Somebody, slot: string, action: string, more: object = {}) =>
  post(person, `/pickup-slots/${slot}/${action}`, { opId: anId(), ...more });
export const claimsOf = (filter: object) =>
  collection('pickupClaims').find(filter).toArray() as unknown as Promise<Claim[]>; // what that collection holds

/** What tests look at in a stored claim. */
interface Claim {
  readonly at: Date;
  readonly number?: number;
}

/** Each story begins at half past nine of a morning of its own, with nothing taken. */
export async function newMorning(): Promise<void> {
  await collection('pickupClaims').deleteMany({});
  const since = ((now().getTime() - testStart.getTime()) / 60_000) % minutesADay;
  pass((minutesADay - since) % minutesADay);
}

const minutesADay = 24 * 60;

/** Minutes from now until an instant. */
export const minutesTo = (instant: string) => (new Date(instant).getTime() - now().getTime()) / 60_000;
