import { deliveredTwice } from '../../testing/delivered-twice';
import { testCounty } from '../../testing/test-app';
import { homeward, isHome, withCasesInQuietTown } from '../returnees/testing/days-at-home';
import {
  aDraft,
  aHome,
  aPerson1,
  collection,
  does,
  get,
  link,
  now,
  onLink,
  settle,
  somebody,
  submit,
  submitted,
  told,
  wait,
} from '../returnees/testing/scene';
import { callOff } from './call-off';
import { anAsk, anAskHome, ask, leader, notFetched } from './testing/asked';
import {
  aCrew,
  aFamily,
  aVehicle,
  beds,
  boards,
  first,
  goes,
  holders,
  is,
  linkState,
  one,
  passengerOf,
  people,
  roomy,
  seen,
  setTheRoad,
  tripOf,
  trips,
} from './testing/fleet-scene';
import { approved, asked, dispatched, waiting, why } from './testing/how-far';
import type { TransferDeps } from './transfer.deps';

setTheRoad(deliveredTwice);

withCasesInQuietTown();

const aCar = () => aVehicle(6, { kinds: ['RELEASE_HOME'] });

/** How a trip stands, and why. */
async function trip(id: string) {
  const found = first((await trips()).filter(({ _id }) => _id === id));
  return [found.state, why(found)];
}
/** The place on a trip that somebody has or had. */
const placeOn = async (id: string, person: string) =>
  first((await people()).filter(({ about, detail }) => about === person && detail.trip === id));
async function place(id: string, person: string) {
  const found = await placeOn(id, person);
  return [found.state, why(found)];
}

/** Asked for by hand, home, for everybody of a family whom the chain does not fetch. */
async function askedHome(people = 1) {
  const family = await notFetched(people, homeward());
  const body = anAskHome(family.travellers);
  expect((await ask(await leader(), body)).status).toBe(200);
  return { ...family, trip: body.id };
}

describe('a trip home that somebody has asked for by hand, and the person is at home already', () => {
  test.each([
    ['asked for', asked, 2],
    ['approved', approved, 2],
    ['with a car on its way', dispatched, 3],
    ['with the car at the pick-up', waiting, 3],
  ])('%s, it is called off like one of the chain', async (_how, upTo, hear) => {
    const [crew, car] = [await aCrew(), await aCar()];
    const family = await askedHome();
    await upTo(crew, family.trip, car);
    await isHome(one(family));
    expect([await trip(family.trip), await place(family.trip, one(family))]).toEqual([
      ['CANCELLED', 'AT_HOME'],
      ['DROPPED_OUT', 'AT_HOME'],
    ]);
    expect([await holders(crew.driver.id), await holders(car)]).toEqual([[], []]);
    const heard = told((await placeOn(family.trip, one(family)))._id).filter((line) =>
      line.endsWith('TRANSFER_AT_HOME'),
    );
    expect(new Set(heard).size).toBe(hear);
    expect(await linkState(one(family))).toBe('NOT_NEEDED');
    const view = await seen(crew.desk, family.trip);
    expect(view).toMatchObject({ state: 'CANCELLED', people: 0, passengers: [{ why: 'AT_HOME' }] });
  });

  test('of a family only the own seat is free: the others are fetched', async () => {
    const [crew, car] = [await aCrew(), await aCar()];
    const family = await askedHome(2);
    await dispatched(crew, family.trip, car);
    await isHome(one(family));
    expect(await seen(crew.driver, family.trip)).toMatchObject({ state: 'DISPATCHED', people: 1 });
    expect(await place(family.trip, one(family))).toEqual(['DROPPED_OUT', 'AT_HOME']);
    expect((await passengerOf(family.travellers[1] ?? '')).state).toBe('LISTED');
  });

  test('on board already, nothing is touched: people decide', async () => {
    const [crew, car] = [await aCrew(), await aCar()];
    const family = await askedHome();
    await waiting(crew, family.trip, car);
    await is(crew.driver, (await passengerOf(one(family)))._id, 'board', boards);
    await isHome(one(family));
    expect([(await tripOf(one(family))).state, (await passengerOf(one(family))).state]).toEqual([
      'AT_PICKUP',
      'BOARDED',
    ]);
  });

  test('said on the link that brings them, it counts as much', async () => {
    const family = await askedHome();
    await does(await somebody('GRID_WORKER'), one(family), 'arrive');
    const worker = await somebody('GRID_WORKER');
    const { _id } = await link(one(family), 'TRANSFER');
    expect((await onLink(worker, _id, 'retry-by-hand')).status).toBe(200);
    await settle();
    expect((await tripOf(one(family)))._id).toBe(family.trip);
    expect((await onLink(worker, _id, 'finish-by-hand', { reason: { code: 'AT_HOME' } })).status).toBe(200);
    await settle();
    expect([await trip(family.trip), await place(family.trip, one(family))]).toEqual([
      ['CANCELLED', 'AT_HOME'],
      ['DROPPED_OUT', 'AT_HOME'],
    ]);
  });
});

describe('what stands', () => {
  test('a trip to care or to a site, wherever the person is; here, and not at home, one home as well', async () => {
    const [care, site, here] = [
      await notFetched(1, homeward()),
      await notFetched(1, homeward()),
      await notFetched(1, homeward()),
    ];
    const who = await leader();
    await ask(who, anAsk(one(care)));
    await ask(who, anAsk(one(site), { kind: 'SITE_MOVE', goal: 'SITE', destination: undefined }));
    await ask(who, anAskHome([one(here)]));
    for (const family of [care, site]) await isHome(one(family));
    await does(await somebody('GRID_WORKER'), one(here), 'arrive');
    const states = [care, site, here].map(async (family) => (await passengerOf(one(family))).state);
    expect(await Promise.all(states)).toEqual(['LISTED', 'LISTED', 'LISTED']);
  });

  test('one home that is asked for later, from wherever they are by then', async () => {
    const home = await aHome();
    const travellers = [aPerson1()];
    const person = await submitted(home.resident, aDraft(home, { ...homeward(), travellers }));
    await does(await somebody('GRID_WORKER'), person, 'acknowledge');
    await isHome(person);
    await wait(5);
    const body = anAskHome([person]);
    expect((await ask(await leader(), body)).status).toBe(200);
    // whatever else becomes known of them
    expect((await submit(home.resident, aDraft(home, { ...homeward(), travellers }))).status).toBe(200);
    await settle();
    expect((await tripOf(person)).state).toBe('REQUESTED');
    expect((await get(await leader(), `/transfers/${body.id}`)).body.state).toBe('REQUESTED');
  });
});

test('a place that a chain asked for is given up by its link alone: another record of the person calls it off for nobody', async () => {
  const person = first((await aFamily(1)).travellers);
  const everyName = async () => ({ own: [person], others: [] });
  // whatever else these take is asked only of a place that is given up
  const deps = { connection: collection('transfers').conn, now, everyName } as unknown as TransferDeps;
  const off = {
    county: testCounty,
    about: person,
    goals: ['SITE', 'HOME'],
    until: now(),
    reason: 'NOT_NEEDED',
  } as const;
  await callOff(deps, off);
  expect((await passengerOf(person)).state).toBe('LISTED');
});

test('who does not come at all: bed, car and driver are free, and the driver hears; to care they would go', async () => {
  const crew = await aCrew();
  const [site, care] = [await notFetched(1), await notFetched(1)];
  const body = anAsk(one(site), { kind: 'SITE_MOVE', goal: 'SITE', destination: undefined });
  await ask(await leader(), body);
  await ask(await leader(), anAsk(one(care)));
  await goes(crew.township, body.id, 'approve', { site: roomy.site });
  const vehicle = await aVehicle(6, { kinds: ['SITE_MOVE'] });
  await goes(crew.desk, body.id, 'dispatch', { vehicle, driver: crew.driver.id });
  for (const { resident, travellers } of [site, care]) await does(resident, first(travellers), 'cancel');
  expect([await trip(body.id), await place(body.id, one(site))]).toEqual([
    ['CANCELLED', 'NOBODY_GOES'],
    ['DROPPED_OUT', 'NOT_NEEDED'],
  ]);
  expect([beds.heldAt(roomy.site), await holders(crew.driver.id), await holders(vehicle)]).toEqual([[], [], []]);
  expect(told(body.id).filter((line) => line.endsWith('TRANSFER_OFF'))).not.toEqual([]);
  expect((await passengerOf(one(care))).state).toBe('LISTED');
});
