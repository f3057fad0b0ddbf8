import { deliveredTwice } from '../../testing/delivered-twice';
import { does, get, grid, inHours, link, post, somebody, told, wait } from '../returnees/testing/scene';
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
  notThere,
  onPassenger,
  onTheRoad,
  onTrip,
  passengerOf,
  roomy,
  seen,
  sent,
  setTheRoad,
  small,
  tripOf,
  tripPath,
  trips,
} from './testing/fleet-scene';

setTheRoad(deliveredTwice);

describe('vehicles and drivers', () => {
  test('what is too small or has no partition is not offered, and not taken', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily(3);
    const { _id: trip } = await tripOf(first(travellers));
    const [tiny, fitting] = [await aVehicle(2), await aVehicle(7)];
    await goes(crew.township, trip, 'approve', { site: roomy.site });
    const choices = await get(crew.desk, tripPath(trip, 'choices'));
    expect(choices.body.vehicles.map(({ id }: { id: string }) => id)).toEqual([fitting]);
    expect(choices.body.drivers.map(({ driver }: { driver: string }) => driver)).toContain(crew.driver.id);
    const driver = crew.driver.id;
    expect(await onTrip(crew.desk, trip, 'dispatch', { vehicle: tiny, driver })).toMatchObject({
      ...{ status: 409, body: { because: 'SEATS' } },
    });
    const stranger = await somebody('VOLUNTEER');
    const asked = { vehicle: fitting, driver: stranger.id };
    expect(await onTrip(crew.desk, trip, 'dispatch', asked)).toMatchObject({
      status: 409,
      body: { because: 'DRIVER' },
    });
    expect(await holders(fitting)).toEqual([]);
  });

  test('broken down on the road: another vehicle with the same list; the first waits until it is disinfected', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily();
    const one = first(travellers);
    const { _id: trip } = await tripOf(one);
    const [broken, other] = [await aVehicle(), await aVehicle()];
    await sent(crew, trip, broken);
    await onTheRoad(crew, trip);
    await goes(crew.driver, trip, 'break-down', { reason: { code: 'ENGINE' } });
    await wait(21);
    expect(told(trip)).toContain('COUNTY_DISPATCHER:TRANSFER_OVERDUE');
    const second = await somebody('DRIVER', '141122');
    await goes(crew.desk, trip, 'send-replacement', { vehicle: other, driver: second.id });
    expect([await holders(broken), await holders(other)]).toEqual([[trip], [trip]]);
    expect(await holders(crew.driver.id)).toEqual([]);
    const listed = await get(crew.desk, '/vehicles');
    expect(listed.body.items.find(({ id }: { id: string }) => id === broken)).toMatchObject({ trip, stranded: true });
    const clean = { opId: (await link(one, 'NOTICE'))._id, trip };
    expect((await post(crew.desk, `/vehicles/${other}/disinfected`, clean)).status).toBe(409);
    expect((await post(crew.desk, `/vehicles/${broken}/disinfected`, clean)).body).toMatchObject({ stranded: false });
    expect((await post(crew.desk, `/vehicles/${broken}/disinfected`, clean)).status).toBe(200);
    expect(await holders(broken)).toEqual([]);
    // who sat in the first car sits in the second: nobody is counted twice
    await goes(second, trip, 'reach-pickup');
    await goes(second, trip, 'board', { heads: 1 });
    await goes(second, trip, 'set-out');
    await goes(second, trip, 'arrive');
    await is(crew.site, (await passengerOf(one))._id, 'hand-over');
    expect(await goes(crew.site, trip, 'hand-over', { heads: 1 })).toMatchObject({
      heads: { boarded: 1, agree: true },
    });
  });
});

describe('beds first', () => {
  test('without a bed for each there is no approval, none is kept, and the answer names the sites that have room', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily(3);
    const { _id: trip } = await tripOf(first(travellers));
    const answer = await onTrip(crew.township, trip, 'approve', { site: small.site });
    expect(answer).toMatchObject({
      status: 409,
      body: { state: 'REQUESTED', next: 'site', sites: [{ site: roomy.site, name: roomy.name, free: 20 }] },
    });
    expect(beds.heldAt(small.site)).toEqual([]);
    expect((await onTrip(crew.township, trip, 'approve', {})).status).toBe(422);
    await goes(crew.township, trip, 'approve', { site: roomy.site });
    expect(beds.heldAt(roomy.site)).toHaveLength(3);
  });

  test('sent to another site on the road: the bed there first, then on; the former one is free', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily();
    const one = first(travellers);
    const { _id: trip } = await tripOf(one);
    await sent(crew, trip, await aVehicle(), small);
    await onTheRoad(crew, trip);
    await goes(crew.desk, trip, 'redirect', { reason: { code: 'SITE_CLOSED' } });
    await wait(16);
    expect(told(trip)).toContain('COUNTY_DISPATCHER:TRANSFER_OVERDUE');
    expect(await goes(crew.desk, trip, 'confirm-site', { site: roomy.site })).toMatchObject({
      ...{ state: 'EN_ROUTE', siteName: roomy.name, isLate: false },
    });
    expect([beds.heldAt(small.site).length, beds.heldAt(roomy.site).length]).toEqual([0, 1]);
    // whoever keeps the other site may take them over
    const other = await somebody('SITE_MANAGER', roomy.area);
    await goes(other, trip, 'arrive');
    expect(await is(other, (await passengerOf(one))._id, 'hand-over')).toMatchObject({ room: '101' });
  });

  test('a trip that takes longer than a reservation keeps its beds; a bed that is lost is known to the desk', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily();
    const { _id: trip } = await tripOf(first(travellers));
    await goes(crew.township, trip, 'approve', { site: small.site });
    await wait(110);
    expect(beds.heldAt(small.site)).toHaveLength(1);
    expect(told(trip)).not.toContain('TRANSFER_DESK:TRANSFER_NO_BED');
    beds.reset([{ ...small, rooms: 0 }, roomy]);
    await wait(120);
    expect(told(trip)).toContain('TRANSFER_DESK:TRANSFER_NO_BED');
  });

  test('given up: bed, vehicle and driver are free, the home hears, and the link waits for somebody to try again', async () => {
    const crew = await aCrew();
    const { travellers } = await aFamily();
    const one = first(travellers);
    const { _id: trip } = await tripOf(one);
    const vehicle = await aVehicle();
    await sent(crew, trip, vehicle);
    await goes(crew.desk, trip, 'cancel', { reason: { code: 'COMES_LATER' } });
    expect([beds.heldAt(roomy.site), await holders(vehicle), await holders(crew.driver.id)]).toEqual([[], [], []]);
    expect(told(trip)).toContain('HOUSEHOLD:TRANSFER_OFF');
    expect(await linkState(one)).toBe('FAILED');
    expect(await trips()).toHaveLength(1);
  });
});

describe('hours', () => {
  test('half an hour without approval, half of the hours, all of them: each step of the ladder hears', async () => {
    const { travellers } = await aFamily(1, {});
    const one = first(travellers);
    const { _id: trip } = await tripOf(one);
    await wait(31);
    expect(told(trip).slice(2)).toEqual(['COUNTY_DISPATCHER:TRANSFER_OVERDUE']);
    await does(await somebody('GRID_WORKER'), one, 'arrive');
    // here earlier than planned: the hours run from now
    await wait(6 * 60 + 1);
    expect(told(trip).slice(3)).toEqual(['TRANSFER_DESK:TRANSFER_OVERDUE']);
    await wait(6 * 60);
    expect(told(trip).slice(4)).toEqual(['COUNTY_DISPATCHER:TRANSFER_OVERDUE', 'TRANSFER_DESK:TRANSFER_OVERDUE']);
    const desk = await aCrew();
    expect((await get(desk.desk, '/transfers')).body.items).toMatchObject([{ id: trip, isLate: true }]);
  });
});

describe('in the own car', () => {
  test('declared route and time, the township approves with a bed; overdue means a call, then a search', async () => {
    const crew = await aCrew();
    const { travellers, resident } = await aFamily();
    const one = first(travellers);
    const { _id: trip } = await tripOf(one);
    const expectedAt = inHours(5);
    const route = { words: '太原下高速，走省道回县城', plate: '晋A12345', expectedAt };
    // to a site nobody comes by their own word; the grid sees to an escort
    const refused = await onTrip(resident, trip, 'declare-self-drive', route);
    expect([refused.status, refused.body.type]).toEqual([409, expect.stringMatching(/must-be-fetched$/)]);
    expect((await seen(resident, trip)).actions).not.toContain('declareSelfDrive');
    const worker = await somebody('GRID_WORKER');
    expect((await seen(worker, trip)).actions).toContain('declareSelfDrive');
    expect(await goes(worker, trip, 'declare-self-drive', route)).toMatchObject({ kind: 'SELF_DRIVE' });
    await goes(crew.township, trip, 'approve', { site: roomy.site });
    expect(beds.heldAt(roomy.site)).toHaveLength(1);
    expect((await seen(crew.desk, trip)).route).toBe('太原下高速，走省道回县城 · 晋A12345');
    expect(
      (await onTrip(crew.desk, trip, 'dispatch', { vehicle: await aVehicle(), driver: crew.driver.id })).status,
    ).toBe(409);
    await goes(resident, trip, 'set-out-alone');
    await wait(5 * 60 + 31);
    expect(told(trip)).toContain('GRID:TRANSFER_OVERDUE');
    expect(told(trip)).not.toContain('GRID_LEADER:TRANSFER_MISSING');
    await wait(31);
    expect(told(trip)).toContain('GRID_LEADER:TRANSFER_MISSING');
    await goes(resident, trip, 'arrive-alone');
    expect((await onTrip(resident, trip, 'close-self-drive')).status).toBe(409);
    expect(await is(crew.site, (await passengerOf(one))._id, 'hand-over')).toMatchObject({
      state: 'TAKEN_OVER',
      room: '101',
    });
    await goes(resident, trip, 'close-self-drive');
    expect(await linkState(one)).toBe('DONE');
  });
});

describe('who sees what', () => {
  test('the home sees a plate and a time and no list; the driver masked names; a look at a name is recorded', async () => {
    const crew = await aCrew();
    const { travellers, resident } = await aFamily(2);
    const { _id: trip } = await tripOf(first(travellers));
    expect((await get(crew.driver, tripPath(trip))).status).toBe(404);
    await sent(crew, trip, await aVehicle());
    const home = await get(resident, '/my-transfers');
    expect(home.body.items).toMatchObject([{ id: trip, plate: expect.stringMatching(/^晋J/) }]);
    const own = await seen(resident, trip);
    expect(own.passengers).toBeUndefined();
    expect(own.pickup).toBeUndefined();
    const held = await seen(crew.driver, trip);
    expect(held.passengers.map(({ nameMasked }: { nameMasked: string }) => nameMasked)).toEqual(['王**', '王**']);
    expect(held.pickup).toBe('D1234 8车');
    const path = `/passengers/${held.passengers[0].id}/reveal`;
    const look = { opId: first(travellers), why: 'IDENTITY' };
    expect((await post(crew.driver, path, look)).body).toMatchObject({ name: '王小返' });
    const other = await somebody('DRIVER', grid);
    expect((await post(other, path, { ...look, opId: trip })).status).toBe(404);
    expect((await onTrip(other, trip, 'reach-pickup')).status).toBe(404);
    expect((await onPassenger(other, held.passengers[0].id, 'board', boards)).status).toBe(404);
    expect((await onPassenger(crew.driver, held.passengers[0].id, 'hand-over')).status).toBe(403);
    expect(
      (await onPassenger(crew.driver, held.passengers[0].id, 'not-there', { ...notThere, tried: ['PHONE'] })).status,
    ).toBe(422);
  });
});
