import { deliveredTwice } from '../../testing/delivered-twice';
import { homeward, isHome, withCasesInQuietTown } from '../returnees/testing/days-at-home';
import {
  aDraft,
  aHome,
  aPerson1,
  does,
  get,
  inHours,
  onLink,
  settle,
  somebody,
  stateOf,
  submit,
  submitted,
  told,
} from '../returnees/testing/scene';
import {
  aCrew,
  aFamily,
  aVehicle,
  beds,
  first,
  goes,
  holders,
  is,
  linkState,
  notThere,
  onTheRoad,
  passengerOf,
  people,
  roomy,
  type StoredTrip,
  seen,
  sent,
  setTheRoad,
  tripOf,
  trips,
} from './testing/fleet-scene';
import { approved, asked, dispatched, waiting, why } from './testing/how-far';

setTheRoad(deliveredTwice);

withCasesInQuietTown();

const storedTrip = async (id: string): Promise<StoredTrip> => first((await trips()).filter(({ _id }) => _id === id));
const aboutHome = (role: string) => `${role}:TRANSFER_AT_HOME`;
const placesOf = async (person: string) =>
  (await people()).filter(({ about, state }) => about === person && ['LISTED', 'BOARDED'].includes(state));

describe('somebody who was announced stands at the own door', () => {
  test.each([
    ['asked for', asked],
    ['approved', approved],
    ['with a car on its way', dispatched],
    ['with the car at the pick-up', waiting],
  ])('a trip %s is called off, and everybody who has to do with it reads why', async (_how, upTo) => {
    const crew = await aCrew();
    const one = first((await aFamily(1, homeward())).travellers);
    const { _id: trip } = await tripOf(one);
    await upTo(crew, trip);
    await isHome(one);
    const [off, passenger] = [await storedTrip(trip), await passengerOf(one)];
    expect([off.state, why(off)]).toEqual(['CANCELLED', 'AT_HOME']);
    expect([passenger.state, why(passenger)]).toEqual(['DROPPED_OUT', 'AT_HOME']);
    expect([await linkState(one), await stateOf(one)]).toEqual(['NOT_NEEDED', 'IN_CHAIN']);
    expect(await holders(crew.driver.id)).toEqual([]);
    const heard = told(passenger._id).filter((line) => line.endsWith('TRANSFER_AT_HOME'));
    const hasDriver = upTo === dispatched || upTo === waiting;
    expect(heard).toEqual(expect.arrayContaining(['TOWNSHIP_DISPATCHER', 'TRANSFER_DESK'].map(aboutHome)));
    expect(new Set(heard).size).toBe(hasDriver ? 3 : 2);
    const view = await seen(crew.desk, trip);
    expect(view).toMatchObject({ state: 'CANCELLED', people: 0, passengers: [{ why: 'AT_HOME' }] });
    expect(view.timeline.at(-1)).toMatchObject({ action: 'cancel', reason: 'AT_HOME', by: 'SYSTEM' });
  });

  test('here, and not at home, is no reason to send nobody', async () => {
    const one = first((await aFamily(1, homeward())).travellers);
    const { _id: trip } = await tripOf(one);
    await does(await somebody('GRID_WORKER'), one, 'arrive');
    expect([(await storedTrip(trip)).state, await linkState(one)]).toEqual(['REQUESTED', 'STARTED']);
  });

  test('said by the home itself, it counts as much', async () => {
    const { resident, travellers } = await aFamily(1, homeward());
    const one = first(travellers);
    await does(resident, one, 'arrive', { atHome: true });
    expect([(await tripOf(one)).state, await linkState(one)]).toEqual(['CANCELLED', 'NOT_NEEDED']);
  });

  test('under way nothing is touched: they are taken over, and the link is done by that', async () => {
    const crew = await aCrew();
    const one = first((await aFamily(1, homeward())).travellers);
    const { _id: trip } = await tripOf(one);
    await dispatched(crew, trip);
    await onTheRoad(crew, trip);
    await isHome(one);
    expect([(await storedTrip(trip)).state, (await passengerOf(one)).state]).toEqual(['EN_ROUTE', 'BOARDED']);
    expect(await linkState(one)).toBe('STARTED');
    await goes(crew.driver, trip, 'arrive');
    const worker = await somebody('GRID_WORKER');
    await is(worker, (await passengerOf(one))._id, 'hand-over');
    await goes(worker, trip, 'hand-over', { heads: 1 });
    expect(await linkState(one)).toBe('DONE');
    expect(await trips()).toHaveLength(1);
  });

  test('of a family only the own seat is free: the others are fetched', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily(2, homeward());
    const [one, other] = [first(travellers), travellers[1] ?? ''];
    const { _id: trip } = await tripOf(one);
    await dispatched(crew, trip);
    await isHome(one);
    expect(await seen(crew.driver, trip)).toMatchObject({ state: 'DISPATCHED', people: 1 });
    expect([(await passengerOf(one)).state, (await passengerOf(other)).state]).toEqual(['DROPPED_OUT', 'LISTED']);
    expect([await linkState(one), await linkState(other)]).toEqual(['NOT_NEEDED', 'STARTED']);
  });
});

test('not at the pick-up, looked for, and found at home: nobody is sent a second time', async () => {
  const crew = await aCrew();
  const one = first((await aFamily(1, homeward())).travellers);
  await waiting(crew, (await tripOf(one))._id);
  await is(crew.driver, (await passengerOf(one))._id, 'not-there', notThere);
  expect(await stateOf(one)).toBe('SEARCH');
  await isHome(one);
  expect([await placesOf(one), await linkState(one)]).toEqual([[], 'NOT_NEEDED']);
  expect(await trips()).toHaveLength(1);
});

describe('who has to go to a site all the same', () => {
  test('the car to the station is called off and its bed is free; one from the door is asked for; other beds stay', async () => {
    const crew = await aCrew();
    const [one, neighbour] = [first((await aFamily()).travellers), first((await aFamily()).travellers)];
    const { _id: trip } = await tripOf(one);
    await sent(crew, trip, await aVehicle());
    await goes(crew.township, (await tripOf(neighbour))._id, 'approve', { site: roomy.site });
    expect(beds.heldAt(roomy.site)).toHaveLength(2);
    await isHome(one);
    expect([(await storedTrip(trip)).state, why(await storedTrip(trip))]).toEqual(['CANCELLED', 'AT_HOME']);
    expect(beds.heldAt(roomy.site)).toHaveLength(1);
    expect((await tripOf(neighbour)).state).toBe('APPROVED');
    const next = await tripOf(one);
    expect([next.state, next.detail.goal, await linkState(one)]).toEqual(['REQUESTED', 'SITE', 'STARTED']);
    expect((await seen(crew.desk, next._id)).pickup).toBe('3-1-0402');
    expect(await placesOf(one)).toHaveLength(1);
  });

  test('one of a family at home is fetched there, and not where the others come off the train', async () => {
    const { travellers } = await aFamily(2);
    const [one, other] = [first(travellers), travellers[1] ?? ''];
    await isHome(one);
    expect((await tripOf(one))._id).not.toBe((await tripOf(other))._id);
    expect(await placesOf(one)).toHaveLength(1);
  });
});

describe('found by others', () => {
  /** Somebody announced by the home, and found behind a door by a screener. */
  async function foundAt(door: 'own' | 'another') {
    const home = await aHome();
    const travellers = [aPerson1()];
    const one = await submitted(home.resident, aDraft(home, { ...homeward(), travellers }));
    await does(await somebody('GRID_WORKER'), one, 'acknowledge');
    const at = door === 'own' ? home : await aHome();
    const change = { foundBy: 'SCREENING', plannedArrival: undefined, arrivedAt: inHours(-1), transport: undefined };
    const found = aDraft(at, { ...homeward(), ...change, travellers });
    expect((await submit(await somebody('SCREENER'), found)).status).toBe(200);
    await settle();
    return one;
  }

  test('by a screener at the own door: they are the same person, and nobody goes to fetch them', async () => {
    const one = await foundAt('own');
    const trip = await tripOf(one);
    expect([trip.state, why(trip), await linkState(one)]).toEqual(['CANCELLED', 'AT_HOME', 'NOT_NEEDED']);
    expect(await stateOf(one)).toBe('IN_CHAIN');
  });

  test('by a screener at the door of somebody else: they are still to be brought home', async () => {
    const one = await foundAt('another');
    expect([(await tripOf(one)).state, await linkState(one)]).toEqual(['REQUESTED', 'STARTED']);
  });

  test('by a post on the road, and at home by themselves before the car came: the grid says so on the link', async () => {
    const crew = await aCrew();
    const one = first((await aFamily(1, homeward())).travellers);
    const { _id: trip } = await tripOf(one);
    await approved(crew, trip);
    await does(await somebody('CHECKPOINT_OFFICER', '141122'), one, 'arrive');
    expect((await storedTrip(trip)).state).toBe('APPROVED');
    const view = (await get(await somebody('GRID_WORKER'), `/travellers/${one}`)).body;
    const { id } = view.links.find(({ link }: { link: string }) => link === 'TRANSFER');
    const answer = await onLink(await somebody('GRID_WORKER'), id, 'finish-by-hand', { reason: { code: 'AT_HOME' } });
    expect(answer.status).toBe(200);
    await settle();
    expect([(await storedTrip(trip)).state, why(await storedTrip(trip))]).toEqual(['CANCELLED', 'AT_HOME']);
    expect(await linkState(one)).toBe('DONE');
  });
});
