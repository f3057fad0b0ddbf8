import { anId, collection, get, link, post, settle, somebody } from '../returnees/testing/scene';
import {
  aCrew,
  aFamily,
  aVehicle,
  beds,
  boards,
  goes,
  holders,
  is,
  notThere,
  one,
  onPassenger,
  onTrip,
  passengerOf,
  roomy,
  sent,
  setTheRoad,
  small,
  tripOf,
  tripPath,
  trips,
} from './testing/fleet-scene';

setTheRoad();

describe('said again, and said late', () => {
  test('every step of a trip, sent twice, answers the same receipt and happens once', async () => {
    const crew = await aCrew();
    const family = await aFamily();
    const { _id: trip } = await tripOf(one(family));
    const vehicle = await aVehicle();
    const { _id: passenger } = await passengerOf(one(family));
    const opIds = Array.from({ length: 11 }, anId);
    const [t, p] = [onTrip, onPassenger];
    const steps = [
      () => t(crew.township, trip, 'approve', { opId: opIds[0], site: small.site }),
      () => t(crew.desk, trip, 'dispatch', { opId: opIds[1], vehicle, driver: crew.driver.id }),
      () => t(crew.driver, trip, 'reach-pickup', { opId: opIds[2] }),
      () => p(crew.driver, passenger, 'board', { opId: opIds[3], ...boards }),
      () => t(crew.driver, trip, 'board', { opId: opIds[4], heads: 1 }),
      () => t(crew.driver, trip, 'set-out', { opId: opIds[5] }),
      () => t(crew.driver, trip, 'arrive', { opId: opIds[6] }),
      () => p(crew.site, passenger, 'hand-over', { opId: opIds[7] }),
      () => t(crew.site, trip, 'hand-over', { opId: opIds[8], heads: 1 }),
      () => t(crew.driver, trip, 'disinfect', { opId: opIds[9] }),
    ];
    for (const step of steps) {
      const [first, second] = [await step(), await step()];
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(second.body.receipt).toEqual(first.body.receipt);
      await settle();
    }
    for (const step of steps) expect((await step()).status).toBe(200);
    expect(beds.heldAt(small.site)).toHaveLength(1);
    expect(await holders(vehicle)).toEqual([]);
    expect((await link(one(family), 'TRANSFER')).state).toBe('DONE');
  });

  test('a driver without a network: facts of the road in any order are kept; what was overtaken is late, never lost', async () => {
    const crew = await aCrew();
    const family = await aFamily(2);
    const [here = '', away = ''] = family.travellers;
    const { _id: trip } = await tripOf(here);
    await sent(crew, trip, await aVehicle());
    // somebody boards before the phone has said that the car is there
    expect((await onPassenger(crew.driver, (await passengerOf(here))._id, 'board', boards)).status).toBe(200);
    expect((await onTrip(crew.driver, trip, 'reach-pickup')).status).toBe(200);
    const { _id: missed } = await passengerOf(away);
    await is(crew.driver, missed, 'not-there', notThere);
    // turned up after all, said later: the fact is kept for a person to look at
    const late = await onPassenger(crew.driver, missed, 'board', boards);
    expect(late).toMatchObject({ status: 200, body: { receipt: { to: 'LATE_FACT' } } });
    expect(await collection('lateFacts').countDocuments({})).toBe(1);
    await goes(crew.driver, trip, 'board', { heads: 1 });
    await goes(crew.driver, trip, 'set-out');
    // said again after it is there: late as well
    await goes(crew.driver, trip, 'arrive');
    expect(await onTrip(crew.driver, trip, 'arrive')).toMatchObject({
      status: 200,
      body: { receipt: { to: 'LATE_FACT' } },
    });
  });

  test('a trip that was given up meanwhile keeps what its driver says, and moves nobody', async () => {
    const crew = await aCrew();
    const { _id: trip } = await tripOf(one(await aFamily()));
    await sent(crew, trip, await aVehicle());
    await goes(crew.desk, trip, 'cancel', { reason: { code: 'ROAD_CLOSED' } });
    const said = await onTrip(crew.driver, trip, 'reach-pickup');
    expect(said).toMatchObject({ status: 200, body: { receipt: { to: 'LATE_FACT' } } });
    expect((await trips())[0]?.state).toBe('CANCELLED');
  });

  test('what is refused by a role stays refused: whoever drives approves nothing, whoever approves drives nothing', async () => {
    const crew = await aCrew();
    const { _id: trip } = await tripOf(one(await aFamily()));
    expect((await onTrip(crew.desk, trip, 'approve', { site: roomy.site })).status).toBe(403);
    await sent(crew, trip, await aVehicle());
    const other = await somebody('TOWNSHIP_DISPATCHER');
    expect((await onTrip(other, trip, 'reach-pickup')).status).toBe(403);
    expect((await onTrip(crew.driver, trip, 'cancel', { reason: { code: 'OTHER' } })).status).toBe(403);
    expect((await post(crew.driver, `/vehicles/${anId()}/disinfected`, { opId: anId(), trip })).status).toBe(403);
    expect((await get(crew.driver, tripPath(trip, 'choices'))).status).toBe(403);
  });
});
