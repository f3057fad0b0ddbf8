import { testCounty } from '../../testing/test-app';
import { anId, app, get, pointers, post, settle, somebody } from '../returnees/testing/scene';
import {
  aCrew,
  aFamily,
  aVehicle,
  goes,
  holders,
  onTrip,
  roomy,
  seen,
  sent,
  setTheRoad,
  tripOf,
  tripPath,
} from './testing/fleet-scene';

setTheRoad();

type Person = Parameters<typeof post>[0];
const desk = () => somebody('TRANSFER_DESK', testCounty);
const onVehicle = (who: Person, id: string, action: string, more: object = {}) =>
  post(who, `/vehicles/${id}/${action}`, { opId: anId(), ...more });
const listed = async (who: Person, id: string) =>
  (await get(who, '/vehicles')).body.items.find((one: { id: string }) => one.id === id);
const broken = { reason: { code: 'REPAIR' } };

let plates = 50_000;
const aDraft = (more: object = {}) => ({
  ...{ id: anId(), plate: `晋J${++plates}`, seats: 7, partition: true, kinds: ['MEDICAL'], carries: ['STRETCHER'] },
  ...{ drivers: [] as string[] },
  ...more,
});

describe('a vehicle of the desk', () => {
  test('is added once, and is another one afterwards where the desk says so', async () => {
    const who = await desk();
    const driver = await somebody('DRIVER', testCounty);
    const draft = aDraft();
    const [first, again] = [await post(who, '/vehicles', draft), await post(who, '/vehicles', draft)];
    expect(first).toMatchObject({ status: 200, body: { state: 'IN_SERVICE', seats: 7, carries: ['STRETCHER'] } });
    expect(again.body).toEqual(first.body);
    expect((await post(who, '/vehicles', { ...draft, seats: 8 })).status).toBe(409);
    const opId = anId();
    const change = { opId, revision: 0, seats: 5, drivers: [driver.id], kinds: ['MEDICAL', 'RELEASE_HOME', 'MEDICAL'] };
    const changed = await post(who, `/vehicles/${draft.id}/change`, change);
    expect(changed.body.view).toMatchObject({
      ...{ seats: 5, plate: draft.plate, partition: true, kinds: ['MEDICAL', 'RELEASE_HOME'] },
      drivers: [{ driver: driver.id, label: expect.stringContaining('*') }],
    });
    expect((await post(who, `/vehicles/${draft.id}/change`, change)).body.receipt).toEqual(changed.body.receipt);
  });

  test('out of service it is offered to nobody and sent by nobody; back, it is', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily();
    const { _id: trip } = await tripOf(travellers[0] ?? '');
    await goes(crew.township, trip, 'approve', { site: roomy.site });
    const car = await aVehicle();
    const offered = async () => (await get(crew.desk, tripPath(trip, 'choices'))).body.vehicles.length;
    const out = await onVehicle(crew.desk, car, 'take-out-of-service', broken);
    expect(out.body.view).toMatchObject({
      state: 'OUT_OF_SERVICE',
      reason: 'REPAIR',
      actions: ['change', 'bringBack', 'retire'],
    });
    expect(await offered()).toBe(0);
    const send = { vehicle: car, driver: crew.driver.id };
    expect(await onTrip(crew.desk, trip, 'dispatch', send)).toMatchObject({
      status: 409,
      body: { because: 'OUT_OF_SERVICE' },
    });
    expect((await onVehicle(crew.desk, car, 'take-out-of-service', broken)).status).toBe(409);
    await onVehicle(crew.desk, car, 'bring-back');
    expect(await offered()).toBe(1);
    await goes(crew.desk, trip, 'dispatch', send);
    expect(await holders(car)).toEqual([trip]);
  });

  test('no vehicle any more: it stands in no list', async () => {
    const who = await desk();
    const car = await aVehicle();
    expect((await onVehicle(who, car, 'retire', broken)).status).toBe(409);
    await onVehicle(who, car, 'take-out-of-service', broken);
    expect((await onVehicle(who, car, 'retire', broken)).status).toBe(200);
    expect(await listed(who, car)).toBeUndefined();
  });

  test('only those who drive it may be sent with it', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily();
    const { _id: trip } = await tripOf(travellers[0] ?? '');
    await goes(crew.township, trip, 'approve', { site: roomy.site });
    const other = await somebody('DRIVER', testCounty);
    const car = await aVehicle(6, { drivers: [other.id] });
    expect(await onTrip(crew.desk, trip, 'dispatch', { vehicle: car, driver: crew.driver.id })).toMatchObject({
      ...{ status: 409, body: { because: 'DRIVER' } },
    });
    await goes(crew.desk, trip, 'dispatch', { vehicle: car, driver: other.id });
  });
});

describe('on a trip', () => {
  test('it loses nothing its list needs, is not put out of service, and says which field', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily(3);
    const { _id: trip } = await tripOf(travellers[0] ?? '');
    const car = await aVehicle(6);
    await sent(crew, trip, car);
    const { revision } = await listed(crew.desk, car);
    const change = async (more: object) => onVehicle(crew.desk, car, 'change', { revision, ...more });
    expect(pointers(await change({ seats: 2 }))).toEqual(['/seats']);
    expect(pointers(await change({ kinds: ['MEDICAL'] }))).toEqual(['/kinds']);
    expect(await onVehicle(crew.desk, car, 'take-out-of-service', broken)).toMatchObject({
      ...{ status: 409, body: { next: 'breakDown' } },
    });
    expect(await listed(crew.desk, car)).toMatchObject({ seats: 6, state: 'IN_SERVICE', trip });
    expect((await change({ seats: 3 })).status).toBe(200);
    expect(await seen(crew.desk, trip)).toMatchObject({ vehicle: { seats: 6 } });
  });

  test('of one desk that sends it and another that takes seats out, one is too late: nobody stands', async () => {
    for (let round = 0; round < 4; round++) {
      const crew = await aCrew();
      const { travellers } = await aFamily(3);
      const { _id: trip } = await tripOf(travellers[0] ?? '');
      await goes(crew.township, trip, 'approve', { site: roomy.site });
      const car = await aVehicle(6);
      const [, changed] = await Promise.all([
        onTrip(crew.desk, trip, 'dispatch', { vehicle: car, driver: crew.driver.id }),
        onVehicle(await desk(), car, 'change', { revision: 0, seats: 2 }),
      ]);
      await settle();
      const has = (await holders(car)).includes(trip);
      const { seats } = await listed(crew.desk, car);
      expect([has, seats]).toEqual(changed.status === 200 ? [false, 2] : [true, 6]);
    }
  });

  test('of one desk that sends it and another that puts it out of service, one is too late', async () => {
    for (let round = 0; round < 4; round++) {
      const crew = await aCrew();
      const { travellers } = await aFamily();
      const { _id: trip } = await tripOf(travellers[0] ?? '');
      await goes(crew.township, trip, 'approve', { site: roomy.site });
      const car = await aVehicle(6);
      await Promise.all([
        onTrip(crew.desk, trip, 'dispatch', { vehicle: car, driver: crew.driver.id }),
        onVehicle(await desk(), car, 'take-out-of-service', broken),
      ]);
      await settle();
      const isTaken = (await holders(car)).length > 0;
      const { state } = await listed(crew.desk, car);
      expect([isTaken, state]).toEqual(isTaken ? [true, 'IN_SERVICE'] : [false, 'OUT_OF_SERVICE']);
    }
  });

  test('of two desks that change it at once, one is asked to look again', async () => {
    const car = await aVehicle(6);
    const answers = await Promise.all(
      [await desk(), await desk()].map((who, nth) => onVehicle(who, car, 'change', { revision: 0, seats: 4 + nth })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('who not, and what not', () => {
  test('the county reads and changes nothing, a driver not even reads; a desk of a township has its own vehicles', async () => {
    const car = await aVehicle();
    const county = await somebody('COUNTY_DISPATCHER', testCounty);
    expect(await listed(county, car)).toMatchObject({ actions: [] });
    const driver = await somebody('DRIVER', testCounty);
    expect((await get(driver, '/vehicles')).status).toBe(403);
    const ofTownship = await somebody('TRANSFER_DESK');
    for (const [who, status] of [
      [county, 403],
      [ofTownship, 404],
      [driver, 404],
    ] as const) {
      expect((await onVehicle(who, car, 'change', { revision: 0, seats: 3 })).status).toBe(status);
    }
    expect((await post(county, '/vehicles', aDraft())).status).toBe(403);
    const own = aDraft();
    expect((await post(ofTownship, '/vehicles', own)).status).toBe(200);
    expect((await onVehicle(ofTownship, own.id, 'change', { revision: 0, seats: 3 })).status).toBe(200);
  });

  test.each([
    ['no seats', { seats: 0 }, '/seats'],
    ['a train', { seats: 600 }, '/seats'],
    ['no trips at all', { kinds: [] }, '/kinds'],
    ['a plate of words', { plate: '一辆 白车' }, '/plate'],
    ['a driver who is nobody', { drivers: ['141122-00000000000000000000000000'] }, '/drivers/0'],
  ])('%s names the field', async (_what, more, pointer) => {
    const who = await desk();
    const car = await aVehicle();
    expect(pointers(await onVehicle(who, car, 'change', { revision: 0, ...more }))).toEqual([pointer]);
    expect(pointers(await post(who, '/vehicles', aDraft(more)))).toEqual([pointer]);
  });

  test('a plate that another vehicle has', async () => {
    const who = await desk();
    const draft = aDraft();
    await post(who, '/vehicles', draft);
    expect(pointers(await post(who, '/vehicles', aDraft({ plate: draft.plate })))).toEqual(['/plate']);
    expect(pointers(await onVehicle(who, await aVehicle(), 'change', { revision: 0, plate: draft.plate }))).toEqual([
      '/plate',
    ]);
    expect(await app().connection.collection('fleet').countDocuments({ plate: draft.plate })).toBe(1);
  });
});
