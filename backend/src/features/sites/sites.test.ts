import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { testCounty } from '../../testing/test-app';
import type { AreaRecord } from '../areas';
import {
  allNotices,
  anEpisode,
  anId,
  as,
  asked,
  at,
  clockTo,
  get,
  now,
  type Scene,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  stored,
  theApp,
  theBeds,
  told,
  travellerOf,
} from '../episodes/testing/stage';
import { atHome, swabbed } from '../episodes/testing/steps';

const place = (id: string, name: string): AreaRecord => {
  const _id = areaId(id);
  return {
    ...{ _id, county: testCounty, level: levelOf(_id), name, scope: scopeOf(_id), adjacent: [] },
    validFrom: new Date(0),
  };
};
const grid = `${testCounty}900201-g01`;
const [house, other] = [`${grid}-b90`, `${grid}-b91`];
setTheStage([...scopeOf(areaId(house)).map((id) => place(id, '样例')), place(other, '样例')]);

let county: Somebody;
let manager: Somebody;
let desk: Somebody;
beforeAll(async () => {
  county = await somebody('COUNTY_DISPATCHER', testCounty);
  manager = await somebody('SITE_MANAGER', house);
  desk = await somebody('TRANSFER_DESK', testCounty);
});
beforeEach(async () => {
  for (const name of ['sites', 'rooms', 'bedClaims']) await theApp().connection.collection(name).deleteMany({});
});

const draft = (more: object = {}) => ({
  ...{ id: anId(), name: '卦山隔离点', area: house, threshold: 1, rooms: ['301', '302', '303'] },
  ...more,
});
const open = (person: Somebody, body: object) => as(person, 'POST', '/sites', body);

/** A site with three clean rooms. */
async function aSite(more: object = {}): Promise<{ readonly id: string; readonly room: (label: string) => string }> {
  const { status, body } = await open(county, draft(more));
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  await settle();
  return {
    id: body.id,
    room: (label) => body.roomList.find((room: { label: string }) => room.label === label)?.id ?? '',
  };
}

const act = async (person: Somebody, room: string, action: string, more: object = {}) => {
  const answer = await as(person, 'POST', `/rooms/${room}/${action}`, { opId: anId(), ...more });
  await settle();
  return answer;
};
const does = async (person: Somebody, room: string, action: string, more: object = {}) => {
  const answer = await act(person, room, action, more);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.view;
};
const roomState = async (person: Somebody, site: string, label: string) =>
  (await get(person, `/sites/${site}`)).body.roomList.find((room: { label: string }) => room.label === label);

interface StoredRoom {
  readonly _id: string;
  readonly state: string;
  readonly detail: object;
}

const found = '2022-08-10 20:00';
const aContact = () =>
  anEpisode({ policy: 'V9_NATIONAL', category: 'CLOSE_CONTACT', anchor: '2022-08-10 06:20', found });
const episodeAct = async (person: Somebody, id: string, action: string, more: object = {}) => {
  const body = { opId: anId(), reason: { code: 'OTHER' }, ...more };
  const answer = await as(person, 'POST', `/quarantine-episodes/${id}/${action}`, body);
  await settle();
  return answer;
};

/** In a room of the site, brought by a vehicle. */
async function brought(scene: Scene, site: string): Promise<string> {
  const passenger = anId();
  await theBeds().keep({ county: testCounty, site, for: passenger, about: travellerOf(scene.id) });
  const moved = await theBeds().moveIn(testCounty, passenger, site);
  await settle();
  return moved?.room ?? '';
}

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

describe('somebody who is to be in a site', () => {
  test('moves in: the quarantine begins, the chain hears, and who keeps this house sees this person alone', async () => {
    const { id: site } = await aSite();
    const [scene, stranger] = [await aContact(), await aContact()];
    expect((await get(manager, `/quarantine-episodes/${scene.id}`)).status).toBe(404);
    for (const one of [scene, stranger]) await episodeAct(one.worker, one.id, 'assess');
    await brought(scene, site);
    expect(await stored(scene.id)).toMatchObject({ state: 'CENTRAL_ACTIVE', detail: { placement: 'CENTRAL' } });
    const links = asked.links.filter(({ about }) => about === travellerOf(scene.id));
    expect(links.filter(({ how }) => how === 'finish').map(({ link }) => link)).toEqual(['PLACEMENT', 'NOTICE']);
    const seen = await get(manager, `/quarantine-episodes/${scene.id}`);
    expect(seen).toMatchObject({ status: 200, body: { part: 'SITE', stay: { site: '卦山隔离点' } } });
    expect((await get(manager, `/quarantine-episodes/${stranger.id}`)).status).toBe(404);
    const rows = (await get(manager, '/work/quarantine/site')).body.items;
    expect(rows.map((row: { id: string }) => row.id)).toEqual([scene.id]);
    // the grid around the house has nothing to do with its guests
    const around = await somebody('GRID_WORKER', grid);
    expect((await get(around, `/quarantine-episodes/${scene.id}`)).status).toBe(404);
    const [lived] = (await get(manager, `/sites/${site}`)).body.roomList.filter(
      (room: { state: string }) => room.state === 'OCCUPIED',
    );
    expect(lived.guest).toMatchObject({ episode: scene.id, nameMasked: '薛**', mayLeave: false });
    for (const person of [county, desk])
      expect(JSON.stringify((await get(person, `/sites/${site}`)).body)).not.toContain('薛');
    const room = await theApp().connection.collection('rooms').findOne({ state: 'OCCUPIED' });
    expect(JSON.stringify(room)).not.toContain('薛');
  });

  test('is brought before anybody has assessed: it begins with the assessment', async () => {
    const { id: site } = await aSite();
    const scene = await aContact();
    await brought(scene, site);
    expect((await stored(scene.id)).state).toBe('PENDING');
    await episodeAct(scene.worker, scene.id, 'assess');
    expect((await stored(scene.id)).state).toBe('CENTRAL_ACTIVE');
  });

  test('is at home by the rules, and in a room by mistake: nothing begins, and the site learns nothing', async () => {
    const { id: site } = await aSite();
    const scene = await anEpisode({ policy: 'V9_NATIONAL', category: 'MEDIUM_RISK_STAY', anchor: found, found });
    await atHome(scene);
    await brought(scene, site);
    expect(await stored(scene.id)).toMatchObject({ state: 'HOME_ACTIVE', detail: { placement: 'HOME' } });
    expect((await get(manager, `/quarantine-episodes/${scene.id}`)).status).toBe(404);
    expect(JSON.stringify((await get(manager, `/sites/${site}`)).body)).not.toContain('薛');
  });

  test('moves to another site: the old room is cleaned, and only who keeps the new one sees them', async () => {
    const [here, there] = [await aSite(), await aSite({ area: other })];
    const scene = await aContact();
    await episodeAct(scene.worker, scene.id, 'assess');
    await brought(scene, here.id);
    theApp().clock.advance(3_600_000);
    await brought(scene, there.id);
    expect(
      (await get(county, '/sites')).body.items.map(({ id, counts }: { id: string; counts: object }) => [id, counts]),
    ).toEqual(
      expect.arrayContaining([
        [here.id, expect.objectContaining({ occupied: 0, cleaning: 1 })],
        [there.id, expect.objectContaining({ occupied: 1, cleaning: 0 })],
      ]),
    );
    expect((await get(manager, `/quarantine-episodes/${scene.id}`)).status).toBe(404);
    const second = await somebody('SITE_MANAGER', other);
    expect((await get(second, `/quarantine-episodes/${scene.id}`)).status).toBe(200);
    expect((await stored(scene.id)).state).toBe('CENTRAL_ACTIVE');
  });
});

describe('the end of a stay', () => {
  async function there(): Promise<{ scene: Scene; site: string; room: string }> {
    const { id: site } = await aSite();
    const scene = await aContact();
    await episodeAct(scene.worker, scene.id, 'assess');
    return { scene, site, room: await brought(scene, site) };
  }

  test('waits for the samples of person, belongings and room; taken in the room they are those the end waits for', async () => {
    const { scene, site, room } = await there();
    for (const date of ['11', '12', '13', '15']) await swabbed(scene, `2022-08-${date} 09:00`, `2022-08-${date} 15:00`);
    await swabbed(scene, '2022-08-17 01:00', '2022-08-17 05:00');
    await clockTo('2022-08-17 07:00');
    expect(await stored(scene.id)).toMatchObject({
      state: 'RELEASE_BLOCKED',
      detail: { block: { reason: 'SITE_SAMPLES_PENDING', owner: 'SITE_MANAGER' } },
    });
    // who keeps the house hears of it, wherever the person comes from
    const inbox = (await get(manager, '/notices')).body.items;
    expect(inbox.filter((notice: { record: string }) => notice.record === scene.id)).toMatchObject([
      { code: 'RELEASE_WAITS' },
    ]);
    await does(manager, room, 'sample');
    const sampled = await stored(scene.id);
    expect(sampled.detail.siteSamplesAt).toEqual(now());
    expect(sampled.detail.swabs.at(-1)).toMatchObject({ by: manager.id });
    expect(sampled.state).toBe('MONITORING');
    expect(await roomState(manager, site, '301')).toBeDefined();
    const view = (await get(manager, `/sites/${site}`)).body.roomList.find((one: { id: string }) => one.id === room);
    expect(view).toMatchObject({ state: 'SAMPLED', guest: { mayLeave: true }, actions: ['sample', 'startCleaning'] });
    // at home from now on: nobody's guest
    expect((await get(manager, `/quarantine-episodes/${scene.id}`)).status).toBe(404);
  });

  test('the sampler writes it to the person, and the room is sampled as well: one swab, one sample', async () => {
    const { scene, room } = await there();
    await swabbed(scene, '2022-08-11 01:00', '2022-08-11 05:00', { withRoom: true });
    const record = await stored(scene.id);
    expect(record.detail.swabs).toHaveLength(1);
    const found = await theApp().connection.collection<{ _id: string }>('rooms').findOne({ _id: room });
    expect(found).toMatchObject({ state: 'SAMPLED', detail: { sampled: { by: scene.sampler.id } } });
  });

  test.each([
    ['a death', async ({ leader, id }: Scene) => episodeAct(leader, id, 'record-death')],
    ['a positive result', async ({ investigator, id }: Scene) => episodeAct(investigator, id, 'confirm-positive')],
    [
      'a home after all',
      async ({ leader, worker, id }: Scene) => {
        await episodeAct(leader, id, 'move', { to: 'HOME', reason: { code: 'SPECIAL_GROUP' } });
        return episodeAct(worker, id, 'settle-home');
      },
    ],
  ])('%s: the room is to be cleaned, and nobody is in it', async (_what, ends) => {
    const { scene, room } = await there();
    theApp().clock.advance(3_600_000);
    expect((await ends(scene)).status).toBe(200);
    const found = await theApp().connection.collection<StoredRoom>('rooms').findOne({ _id: room });
    expect(found?.state).toBe('CLEANING');
    expect(Object.keys(found?.detail ?? {})).toEqual(['label']);
  });

  test('another category: the same room goes on, and its samples of before count for nothing', async () => {
    const { scene, room } = await there();
    await does(manager, room, 'sample');
    theApp().clock.advance(3_600_000);
    const convert = { category: 'CLOSE_CONTACT', anchor: at('2022-08-10 08:00').toISOString() };
    expect((await episodeAct(scene.investigator, scene.id, 'convert', convert)).status).toBe(200);
    const next = (await stored(scene.id)).detail.successor ?? '';
    expect(await stored(next)).toMatchObject({ state: 'CENTRAL_ACTIVE', detail: { room } });
    expect((await stored(next)).detail.siteSamplesAt).toBeUndefined();
    expect((await get(manager, `/quarantine-episodes/${next}`)).status).toBe(200);
    theApp().clock.advance(60_000);
    await does(manager, room, 'sample');
    expect((await stored(next)).detail.siteSamplesAt).toEqual(now());
  });
});
