import { deliveredTwice } from '../../testing/delivered-twice';
import { collection, does, link, post, type Somebody, settle, somebody, told } from '../returnees/testing/scene';
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
  onTheRoad,
  onTrip,
  passengerOf,
  people,
  roomy,
  seen,
  sent,
  setTheRoad,
  small,
  tripOf,
  trips,
} from './testing/fleet-scene';

setTheRoad(deliveredTwice);

describe('from door to door', () => {
  test('a family is fetched together: asked for before the arrival, a bed each, two signatures, clean before the next trip', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily(2);
    expect(await trips()).toHaveLength(1);
    const one = first(travellers);
    const { _id: trip, ...asked } = await tripOf(one);
    expect(asked).toMatchObject({ state: 'REQUESTED', variant: 'RETURNEE', detail: { goal: 'SITE' } });
    expect(asked.detail.passengers).toHaveLength(2);
    expect(await linkState(one)).toBe('STARTED');
    expect(told(trip)).toEqual(['TOWNSHIP_DISPATCHER:TRANSFER_WAITS', 'TRANSFER_DESK:TRANSFER_WAITS']);
    const vehicle = await aVehicle();
    await sent(crew, trip, vehicle);
    expect(beds.heldAt(roomy.site)).toHaveLength(2);
    expect(await holders(vehicle)).toEqual([trip]);
    expect(await holders(crew.driver.id)).toEqual([trip]);
    await onTheRoad(crew, trip);
    await goes(crew.driver, trip, 'arrive');
    const early = await onTrip(crew.site, trip, 'hand-over', { heads: 2 });
    expect(early).toMatchObject({
      status: 409,
      body: { boarded: 2, takenOver: 0, to120: 0, unsaid: 0, next: 'takeOver' },
    });
    for (const { _id } of await people()) await is(crew.site, _id, 'hand-over');
    expect(beds.livesAt(roomy.site)).toHaveLength(2);
    expect(await linkState(one)).toBe('DONE');
    expect(await onTrip(crew.site, trip, 'hand-over', { heads: 3 })).toMatchObject({
      status: 409,
      body: { next: 'countAgain' },
    });
    const over = await goes(crew.site, trip, 'hand-over', { heads: 2 });
    // whoever was taken over is still whom the trip was for
    expect(over.people).toBe(2);
    expect(over.signed).toMatchObject({
      boarding: { by: 'DRIVER', heads: 2, luggage: 4 },
      handOver: { by: 'SITE_MANAGER', heads: 2 },
    });
    expect(over.passengers.map(({ room }: { room: string }) => room)).toEqual(['101', '201']);
    // what has carried people is not sent again as it is
    expect(await holders(vehicle)).toEqual([trip]);
    await goes(crew.driver, trip, 'disinfect');
    expect((await tripOf(one)).state).toBe('CLOSED');
    expect([await holders(vehicle), await holders(crew.driver.id)]).toEqual([[], []]);
  });

  test('nothing is offered about somebody on the list before its place on the road', async () => {
    const crew = await aCrew();
    const one = first((await aFamily()).travellers);
    const { _id: trip } = await tripOf(one);
    const { _id: passenger } = await passengerOf(one);
    const offered = async (person: Somebody) =>
      first<{ actions: string[] }>((await seen(person, trip)).passengers).actions;
    await sent(crew, trip, await aVehicle());
    expect([await offered(crew.driver), await offered(crew.site)]).toEqual([[], []]);
    await goes(crew.driver, trip, 'reach-pickup');
    expect(await offered(crew.driver)).toEqual(['board', 'notThere', 'refuse']);
    await is(crew.driver, passenger, 'board', boards);
    await goes(crew.driver, trip, 'board', { heads: 1 });
    await goes(crew.driver, trip, 'set-out');
    expect(await offered(crew.site)).toEqual([]);
    await goes(crew.driver, trip, 'arrive');
    expect(await offered(crew.site)).toEqual(['handOver']);
  });

  test('the trip waits for nobody: who is not there is told to the grid, and the bed goes to somebody else', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily(2);
    const [gone = '', here = ''] = travellers;
    const { _id: trip } = await tripOf(gone);
    await sent(crew, trip, await aVehicle(), small);
    await onTheRoad(crew, trip, [(await passengerOf(gone))._id]);
    expect(beds.heldAt(small.site)).toHaveLength(1);
    expect(await linkState(gone)).toBe('FAILED');
    expect(told((await passengerOf(gone))._id)).toContain('GRID:TRANSFER_MISSING');
    expect(told((await link(gone, 'TRANSFER'))._id)).toContain('TOWNSHIP_DISPATCHER:LINK_OVERDUE');
    await goes(crew.driver, trip, 'arrive');
    await is(crew.site, (await passengerOf(here))._id, 'hand-over');
    await goes(crew.site, trip, 'hand-over', { heads: 1 });
    expect(await linkState(here)).toBe('DONE');
    // found again: a new trip, and one place on it
    await does(await somebody('GRID_WORKER'), gone, 'arrive');
    expect(await tripOf(gone)).toMatchObject({ state: 'REQUESTED' });
    expect((await people()).filter(({ about }) => about === gone)).toHaveLength(2);
  });

  test('who refuses at the door is no breach: the grid hears, and a new trip is asked for at once', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily();
    const one = first(travellers);
    const { _id: trip } = await tripOf(one);
    await sent(crew, trip, await aVehicle());
    await goes(crew.driver, trip, 'reach-pickup');
    await is(crew.driver, (await passengerOf(one))._id, 'refuse', { reason: { code: 'AFRAID' } });
    // nobody goes on the first one: bed, vehicle and driver are free
    expect((await trips()).map(({ state }) => state).sort()).toEqual(['CANCELLED', 'REQUESTED']);
    expect(beds.heldAt(roomy.site)).toEqual([]);
    expect(await holders(crew.driver.id)).toEqual([]);
    expect(await linkState(one)).toBe('STARTED');
    expect((await tripOf(one))._id).not.toBe(trip);
    // village secretary and doctor go and listen, once; nothing says who it is in the clear
    const refused = await collection('refusals').find({}).toArray();
    expect(refused).toMatchObject([{ variant: 'BOARDING', state: 'RECORDED' }]);
    expect(JSON.stringify(refused)).not.toContain('王小返');
  });

  test('taken by an ambulance on the way: counted, the link is done, and the trip is signed without that person', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily(2);
    const [ill = '', well = ''] = travellers;
    const { _id: trip } = await tripOf(ill);
    await sent(crew, trip, await aVehicle());
    await onTheRoad(crew, trip);
    await is(crew.driver, (await passengerOf(ill))._id, 'taken-by120');
    expect(told((await passengerOf(ill))._id)).toContain('DOCTOR:TRANSFER_120');
    await goes(crew.driver, trip, 'arrive');
    await is(crew.site, (await passengerOf(well))._id, 'hand-over');
    const over = await goes(crew.site, trip, 'hand-over', { heads: 1 });
    expect(over.heads).toEqual({ boarded: 2, takenOver: 1, to120: 1, unsaid: 0, agree: true });
    expect(beds.heldAt(roomy.site)).toHaveLength(1);
    expect([await linkState(ill), await linkState(well)]).toEqual(['DONE', 'DONE']);
  });

  test('a fever at the door of the car is told to a doctor, in no words but a code', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily();
    const { _id: trip } = await tripOf(first(travellers));
    await sent(crew, trip, await aVehicle());
    await goes(crew.driver, trip, 'reach-pickup');
    const { _id } = await passengerOf(first(travellers));
    await is(crew.driver, _id, 'board', { ...boards, temperatureTenths: 373 });
    expect(told(_id)).toContain('DOCTOR:TRANSFER_FEVER');
    const measured = async (person: Parameters<typeof seen>[0]) =>
      (await seen(person, trip)).passengers[0].temperatureTenths;
    expect([await measured(await somebody('DOCTOR')), await measured(crew.desk)]).toEqual([373, undefined]);
  });

  test('fetched by somebody else: the link is finished by hand, and the trip with nobody on it is given up', async () => {
    const { travellers } = await aFamily();
    const one = first(travellers);
    const worker = await somebody('GRID_WORKER');
    const { _id } = await link(one, 'TRANSFER');
    const answer = await post(worker, `/chain-links/${_id}/finish-by-hand`, {
      ...{ opId: (await link(one, 'NOTICE'))._id, reason: { code: 'COUNTY_CAR' } },
    });
    expect(answer.status).toBe(200);
    await settle();
    expect((await tripOf(one)).state).toBe('CANCELLED');
    expect((await passengerOf(one)).state).toBe('DROPPED_OUT');
    expect(await linkState(one)).toBe('DONE');
  });
});
