import { testCounty } from '../../testing/test-app';
import { allNotices, anId, as, get, now, settle, somebody, theApp, theBeds, told } from '../episodes/testing/stage';
import {
  act,
  aSite,
  county,
  desk,
  does,
  draft,
  grid,
  house,
  manager,
  open,
  other,
  setTheSites,
} from './testing/site-scene';

setTheSites();

describe('a new site', () => {
  test('opened by the county in a building of its own, once; everybody entitled sees its rooms, nobody else learns of it', async () => {
    const mine = draft();
    const [first, again] = [await open(county, mine), await open(county, mine)];
    expect(first).toMatchObject({
      status: 200,
      body: { state: 'OPEN', rooms: 3, counts: { clean: 3 }, isLow: false, roomList: [{ label: '301' }, {}, {}] },
    });
    expect(again.body).toEqual(first.body);
    expect(await open(county, { ...mine, threshold: 2 })).toMatchObject({ status: 409 });
    expect(await open(await somebody('COUNTY_DISPATCHER', testCounty), mine)).toMatchObject({ status: 409 });
    for (const person of [county, manager, desk]) expect((await get(person, `/sites/${mine.id}`)).status).toBe(200);
    const elsewhere = await somebody('SITE_MANAGER', other);
    expect((await get(elsewhere, `/sites/${mine.id}`)).status).toBe(404);
    expect((await get(elsewhere, '/sites')).body.items).toEqual([]);
    expect((await get(manager, '/sites')).body.items).toMatchObject([
      { id: mine.id, actions: ['change', 'closeIntake'] },
    ]);
    const worker = await somebody('GRID_WORKER', grid);
    expect((await get(worker, `/sites/${mine.id}`)).status).toBe(403);
  });

  test.each([
    ['a grid is no building', { area: grid }, 422],
    ['a place nobody knows', { area: `${grid}-b55` }, 404],
    ['a door twice', { rooms: ['301', '301'] }, 422],
    ['a place of another county', { area: '150100100201-g01-b90' }, 404],
  ])('%s', async (_what, more, status) => {
    expect((await open(county, draft(more))).status).toBe(status);
  });

  test('whoever keeps it adds rooms, and the county closes it', async () => {
    const { id } = await aSite();
    const change = { opId: anId(), revision: 0, addRooms: ['304'], threshold: 2 };
    const changed = await as(manager, 'POST', `/sites/${id}/change`, change);
    expect(changed.body.view).toMatchObject({ rooms: 4, threshold: 2 });
    const twice = { opId: anId(), revision: 1, threshold: 2, addRooms: ['301'] };
    expect((await as(county, 'POST', `/sites/${id}/change`, twice)).status).toBe(422);
    const close = { opId: anId(), revision: 1, reason: { code: 'NOT_NEEDED' } };
    expect((await as(manager, 'POST', `/sites/${id}/close`, close)).status).toBe(403);
    expect((await as(county, 'POST', `/sites/${id}/close`, close)).body.view).toMatchObject({ state: 'CLOSED' });
    expect((await get(county, '/sites')).body.items).toEqual([]);
  });
});

describe('a room', () => {
  test('goes through every step by one tap each, and each view offers just the next ones', async () => {
    const { id, room } = await aSite();
    const mine = room('301');
    const expectedAt = new Date(now().getTime() + 3_600_000).toISOString();
    const kept = await does(manager, mine, 'reserve', { expectedAt, heads: 3 });
    expect(kept).toMatchObject({
      state: 'RESERVED',
      expectedAt,
      heads: 3,
      actions: ['unreserve', 'keepLonger', 'occupy'],
    });
    expect((await get(county, '/sites')).body.items).toMatchObject([
      { arriving: 3, counts: { clean: 2, reserved: 1 } },
    ]);
    const taken = await does(manager, mine, 'occupy', { notice: 'SERVED' });
    expect(taken).toMatchObject({ state: 'OCCUPIED', actions: ['sample', 'moveOut'] });
    expect((await does(manager, mine, 'sample')).actions).toEqual(['sample', 'startCleaning']);
    await does(manager, mine, 'start-cleaning');
    const clean = await does(manager, mine, 'finish-cleaning');
    expect(clean).toMatchObject({ state: 'CLEAN', actions: ['reserve', 'takeOutOfUse'] });
    expect(Object.keys(clean)).not.toContain('heads');
    const reason = { reason: { code: 'BROKEN' } };
    expect((await act(manager, mine, 'take-out-of-use')).status).toBe(422);
    await does(manager, mine, 'take-out-of-use', reason);
    await does(manager, mine, 'bring-back');
    await does(manager, mine, 'take-out-of-use', reason);
    await does(manager, mine, 'retire', reason);
    expect((await get(manager, `/sites/${id}`)).body).toMatchObject({ rooms: 2 });
  });

  test('kept by hand it is free again after two hours; asked to wait, two hours after that', async () => {
    const { id, room } = await aSite();
    await does(manager, room('301'), 'reserve');
    await does(desk, room('302'), 'reserve');
    const minute = (count: number) => theApp().clock.advance(count * 60_000);
    minute(100);
    await does(manager, room('302'), 'keep-longer');
    minute(21);
    await settle();
    expect((await get(manager, `/sites/${id}`)).body.counts).toMatchObject({ clean: 2, reserved: 1 });
    minute(100);
    await settle();
    expect((await get(manager, `/sites/${id}`)).body.counts).toMatchObject({ clean: 3 });
  });

  test('whoever keeps another site cannot touch it, the desk keeps it and no more, and the county only looks', async () => {
    const { room } = await aSite();
    const elsewhere = await somebody('SITE_MANAGER', other);
    const township = await somebody('SITE_MANAGER', `${testCounty}101`);
    for (const person of [elsewhere, township]) expect((await act(person, room('301'), 'reserve')).status).toBe(404);
    expect((await act(county, room('301'), 'reserve')).status).toBe(403);
    await does(desk, room('301'), 'reserve');
    expect((await act(desk, room('301'), 'occupy')).status).toBe(403);
    expect((await act(elsewhere, room('301'), 'occupy')).status).toBe(404);
  });

  test('when two take one room at once, one of them has it', async () => {
    const { room } = await aSite();
    const second = await somebody('SITE_MANAGER', house);
    const answers = await Promise.all([manager, second, desk].map((person) => act(person, room('301'), 'reserve')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('few rooms left', () => {
  const warnings = (id: string) => told(id).filter((line) => line.endsWith('SITE_LOW'));
  const inUse = async (room: string) => {
    await does(manager, room, 'reserve');
    await does(manager, room, 'occupy');
  };

  test('county and transfer desk are told once, and once more only after it had recovered', async () => {
    const { id, room } = await aSite({ threshold: 2 });
    const all = ['301', '302', '303'].map(room);
    const [first = '', second = '', third = ''] = all;
    await inUse(first);
    expect(warnings(id)).toEqual([]);
    await inUse(second);
    expect(warnings(id)).toEqual(['COUNTY_DISPATCHER:SITE_LOW', 'TRANSFER_DESK:SITE_LOW']);
    expect((await get(county, '/sites')).body.items).toMatchObject([{ id, isLow: true, state: 'LOW' }]);
    await inUse(third);
    expect(warnings(id)).toHaveLength(2);
    const cleaned = async (one: string) => {
      await does(manager, one, 'move-out');
      await does(manager, one, 'finish-cleaning');
    };
    await cleaned(third);
    await cleaned(second);
    // at the threshold itself nothing has recovered yet
    expect((await get(county, '/sites')).body.items).toMatchObject([{ isLow: true }]);
    await does(manager, second, 'reserve');
    expect(warnings(id)).toHaveLength(2);
    await does(manager, second, 'unreserve');
    await cleaned(first);
    expect((await get(county, '/sites')).body.items).toMatchObject([{ isLow: false, state: 'OPEN' }]);
    await inUse(first);
    await inUse(second);
    expect(warnings(id)).toHaveLength(4);
    expect(JSON.stringify(allNotices())).not.toContain('30');
  });

  test('transfers go past it: it comes last, also before a smaller one with room', async () => {
    const low = await aSite({ threshold: 3, rooms: ['1', '2', '3', '4'] });
    const roomy = await aSite({ threshold: 0, rooms: ['1'], area: other });
    const first = async () => (await theBeds().list(testCounty))[0]?.site;
    await theBeds().keep({ county: testCounty, site: low.id, for: anId() });
    await settle();
    expect(await first()).toBe(roomy.id);
    expect(await theBeds().list(testCounty)).toMatchObject([{ low: false }, { low: false, free: 3 }]);
    await theBeds().keep({ county: testCounty, site: low.id, for: anId() });
    expect(await theBeds().list(testCounty)).toMatchObject([{ low: false }, { low: true, free: 2 }]);
  });
});
