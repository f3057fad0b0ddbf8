import { deliveredTwice } from '../../testing/delivered-twice';
import { testCounty } from '../../testing/test-app';
import { anId, collection, does, pass, post, settle, somebody, told, wait } from '../returnees/testing/scene';
import { anAsk, ask, leader, notFetched } from '../transfers/testing/asked';
import {
  aCrew,
  aFamily,
  aVehicle,
  goes,
  is,
  one,
  onPassenger,
  passengerOf,
  people,
  sent,
  setTheRoad,
  trips,
} from '../transfers/testing/fleet-scene';

setTheRoad(deliveredTwice);

const saysNo = { reason: { code: 'OTHER' } };

/** Whoever was fetched with a car that stands before the door, and is here by another way. */
async function beforeTheCar() {
  const family = await aFamily();
  const traveller = one(family);
  const crew = await aCrew();
  const passenger = await passengerOf(traveller);
  await sent(crew, passenger.detail.trip, await aVehicle());
  await goes(crew.driver, passenger.detail.trip, 'reach-pickup');
  return { ...family, traveller, crew, passenger: passenger._id };
}

/** Says no at the car, and comes by themselves. */
async function refused() {
  const scene = await beforeTheCar();
  await is(scene.crew.driver, scene.passenger, 'refuse', saysNo);
  await does(await somebody('GRID_WORKER'), scene.traveller, 'arrive');
  return scene;
}

interface Stored {
  readonly _id: string;
  readonly state: string;
  readonly about?: string;
}
const all = async (name: string, filter: object) =>
  (await collection(name)
    .find({ county: testCounty, ...filter })
    .toArray()) as unknown as Stored[]; // of these features

const refusalOf = async (about: string): Promise<Stored> => {
  const [found, ...others] = await all('refusals', { about });
  expect(others).toEqual([]);
  if (!found) throw new Error('nothing was recorded');
  return found;
};

async function dies(traveller: string): Promise<void> {
  const [episode] = await all('episodes', { kind: 'QUARANTINE_EPISODE', about: traveller });
  const answer = await post(await somebody('GRID_LEADER'), `/quarantine-episodes/${episode?._id}/record-death`, {
    opId: anId(),
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}
const openPlaces = async () => (await people()).filter(({ state }) => ['LISTED', 'BOARDED'].includes(state));

test('what somebody has refused ends with them: nobody goes there, and no rung of its ladder hears', async () => {
  const { traveller } = await refused();
  const { _id, state } = await refusalOf(traveller);
  expect(state).toBe('RECORDED');
  await dies(traveller);
  await settle();
  expect((await refusalOf(traveller)).state).toBe('MOOT');
  const before = told(_id);
  await wait(7 * 24 * 60);
  expect(told(_id)).toEqual(before);
  expect(before).toEqual(['VILLAGE_SECRETARY:REFUSAL_NEW', 'DOCTOR:REFUSAL_NEW']);
});

test('of whoever lives it climbs as ever', async () => {
  const { traveller } = await refused();
  const { _id } = await refusalOf(traveller);
  await wait(121);
  expect(told(_id).at(-1)).toBe('TOWNSHIP_DISPATCHER:REFUSAL_LATE');
});

test('a timer that is found late, after the death, rings nobody', async () => {
  const { traveller } = await refused();
  const { _id } = await refusalOf(traveller);
  pass(13 * 60);
  await dies(traveller);
  await settle();
  expect(told(_id)).toEqual(['VILLAGE_SECRETARY:REFUSAL_NEW', 'DOCTOR:REFUSAL_NEW']);
});

test('no said at the car in the moment of the death leads nobody there, and no second car', async () => {
  const { traveller, crew, passenger } = await beforeTheCar();
  await does(await somebody('GRID_WORKER'), traveller, 'arrive');
  await dies(traveller);
  // the driver’s word is on its way while the death is recorded
  expect((await onPassenger(crew.driver, passenger, 'refuse', saysNo)).status).toBe(200);
  await settle();
  expect((await all('refusals', {})).filter(({ state }) => state !== 'MOOT')).toEqual([]);
  expect(await openPlaces()).toEqual([]);
  expect((await trips()).filter(({ state }) => state === 'REQUESTED')).toEqual([]);
});

test('nor, where the trip was asked for by hand, is another one asked for', async () => {
  const traveller = one(await notFetched(1));
  await does(await somebody('GRID_WORKER'), traveller, 'arrive');
  const crew = await aCrew();
  const trip = anAsk(traveller);
  expect((await ask(await leader(), trip)).status).toBe(200);
  const vehicle = await aVehicle(6, { kinds: ['MEDICAL'] });
  await goes(crew.desk, trip.id, 'send-at-once', { vehicle, driver: crew.driver.id });
  await goes(crew.driver, trip.id, 'reach-pickup');
  await dies(traveller);
  expect((await onPassenger(crew.driver, (await passengerOf(traveller))._id, 'refuse', saysNo)).status).toBe(200);
  await settle();
  expect(await openPlaces()).toEqual([]);
  expect((await trips()).filter(({ state }) => state === 'REQUESTED')).toEqual([]);
});
