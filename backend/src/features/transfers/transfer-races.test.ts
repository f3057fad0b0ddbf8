import { aDraft, aHome, aPerson1, does, get, settle, somebody, submit } from '../returnees/testing/scene';
import {
  aCrew,
  aFamily,
  aVehicle,
  beds,
  goes,
  holders,
  is,
  one,
  onTheRoad,
  onTrip,
  passengerOf,
  people,
  roomy,
  sent,
  setTheRoad,
  small,
  tripOf,
  tripPath,
  trips,
} from './testing/fleet-scene';

setTheRoad();

const statusesOf = async (asked: readonly Promise<{ readonly status: number }>[]) =>
  (await Promise.all(asked)).map(({ status }) => status).sort();

describe('at one moment', () => {
  test('two trips and one vehicle, two desks: one of them has it, the other is told, and nothing is left behind', async () => {
    const crew = await aCrew();
    const [a, b] = [await tripOf(one(await aFamily())), await tripOf(one(await aFamily()))];
    const [otherDesk, otherDriver] = [await somebody('TRANSFER_DESK', '141122'), await somebody('DRIVER', '141122')];
    for (const trip of [a, b]) await goes(crew.township, trip._id, 'approve', { site: roomy.site });
    const vehicle = await aVehicle();
    const answers = await Promise.all([
      onTrip(crew.desk, a._id, 'dispatch', { vehicle, driver: crew.driver.id }),
      onTrip(otherDesk, b._id, 'dispatch', { vehicle, driver: otherDriver.id }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ because: 'VEHICLE_TAKEN', next: 'choices' });
    const [winner = ''] = await holders(vehicle);
    const [mine, theirs] = winner === a._id ? [crew.driver.id, otherDriver.id] : [otherDriver.id, crew.driver.id];
    expect([await holders(mine), await holders(theirs)]).toEqual([[winner], []]);
  });

  test('two desks send one trip in two vehicles: one goes, and the other vehicle and driver are free', async () => {
    const crew = await aCrew();
    const { _id: trip } = await tripOf(one(await aFamily()));
    await goes(crew.township, trip, 'approve', { site: roomy.site });
    const [other, second] = [await somebody('TRANSFER_DESK', '141122'), await somebody('DRIVER', '141122')];
    const [v, w] = [await aVehicle(), await aVehicle()];
    expect(
      await statusesOf([
        onTrip(crew.desk, trip, 'dispatch', { vehicle: v, driver: crew.driver.id }),
        onTrip(other, trip, 'dispatch', { vehicle: w, driver: second.id }),
      ]),
    ).toEqual([200, 409]);
    const has = await Promise.all([v, w, crew.driver.id, second.id].map(holders));
    expect(has.filter((trips) => trips.length > 0)).toHaveLength(2);
    const { assignment, detail } = await tripOf(one({ travellers: [(await people())[0]?.about ?? ''] }));
    const { owner } = detail.vehicle as { owner: string };
    expect([await holders(owner), await holders(assignment.assignee ?? '')]).toEqual([[trip], [trip]]);
  });

  test('one driver for two trips: one of them', async () => {
    const crew = await aCrew();
    const [a, b] = [await tripOf(one(await aFamily())), await tripOf(one(await aFamily()))];
    for (const trip of [a, b]) await goes(crew.township, trip._id, 'approve', { site: roomy.site });
    const [v, w] = [await aVehicle(), await aVehicle()];
    const driver = crew.driver.id;
    expect(
      await statusesOf([
        onTrip(crew.desk, a._id, 'dispatch', { vehicle: v, driver }),
        onTrip(crew.desk, b._id, 'dispatch', { vehicle: w, driver }),
      ]),
    ).toEqual([200, 409]);
    expect((await Promise.all([v, w].map(holders))).flat()).toEqual(await holders(driver));
  });

  test('the last beds for two families: one has them all, the other none', async () => {
    const crew = await aCrew();
    const [a, b] = [await tripOf(one(await aFamily(2))), await tripOf(one(await aFamily(2)))];
    const approve = (trip: string) => onTrip(crew.township, trip, 'approve', { site: small.site });
    const statuses = await statusesOf([approve(a._id), approve(b._id)]);
    // both may have taken a bed each and given it back: never a half family
    expect([
      [200, 409],
      [409, 409],
    ]).toContainEqual(statuses);
    expect(beds.heldAt(small.site).length).toBe(statuses.includes(200) ? 2 : 0);
  });

  test('two approve the same trip, each to another site: the beds of one of them are kept, and no others', async () => {
    const crew = await aCrew();
    const { _id: trip } = await tripOf(one(await aFamily(2)));
    const other = await somebody('TOWNSHIP_DISPATCHER');
    expect(
      await statusesOf([
        onTrip(crew.township, trip, 'approve', { site: small.site }),
        onTrip(other, trip, 'approve', { site: roomy.site }),
      ]),
    ).toEqual([200, 409]);
    const [stored] = await trips();
    const site = (stored?.detail.beds as { site: string } | undefined)?.site ?? '';
    expect(beds.heldAt(site)).toHaveLength(2);
    expect(beds.heldAt(small.site).length + beds.heldAt(roomy.site).length).toBe(2);
  });

  test('beds of a site run out between the question and the answer: refused, and nobody is sent to no bed', async () => {
    const crew = await aCrew();
    const { _id: trip } = await tripOf(one(await aFamily(2)));
    expect((await get(crew.township, tripPath(trip, 'choices'))).body.sites).toHaveLength(2);
    await beds.keep({ county: '141122', site: small.site, for: 'somebody else' });
    const answer = await onTrip(crew.township, trip, 'approve', { site: small.site });
    expect(answer).toMatchObject({ status: 409, body: { sites: [{ site: roomy.site }] } });
    expect(beds.heldAt(small.site)).toEqual(['somebody else']);
  });

  test('a family of five, settled side by side: one trip, five places, nobody twice', async () => {
    const home = await aHome();
    const travellers = Array.from({ length: 5 }, () => aPerson1());
    const answer = await submit(home.resident, aDraft(home, { travellers }));
    await settle();
    const worker = await somebody('GRID_WORKER');
    const ids: string[] = answer.body.travellers.map(({ id }: { id: string }) => id);
    await Promise.all(ids.map((id) => does(worker, id, 'acknowledge')));
    await settle();
    const [trip, ...others] = await trips();
    expect(others).toEqual([]);
    expect([...(trip?.detail.passengers ?? [])].sort()).toEqual((await people()).map(({ _id }) => _id).sort());
    expect((await people()).map(({ about }) => about).sort()).toEqual([...ids].sort());
  });

  test('no next trip before disinfection, and one right after it', async () => {
    const crew = await aCrew();
    const [first, next] = [await aFamily(), await aFamily()];
    const [a, b] = [await tripOf(one(first)), await tripOf(one(next))];
    const vehicle = await aVehicle();
    await sent(crew, a._id, vehicle);
    await goes(crew.township, b._id, 'approve', { site: roomy.site });
    await onTheRoad(crew, a._id);
    await goes(crew.driver, a._id, 'arrive');
    await is(crew.site, (await passengerOf(one(first)))._id, 'hand-over');
    await goes(crew.site, a._id, 'hand-over', { heads: 1 });
    const second = await somebody('DRIVER', '141122');
    const again = () => onTrip(crew.desk, b._id, 'dispatch', { vehicle, driver: second.id });
    expect(await again()).toMatchObject({ status: 409, body: { because: 'VEHICLE_TAKEN' } });
    await goes(crew.driver, a._id, 'disinfect');
    expect((await again()).status).toBe(200);
  });
});
