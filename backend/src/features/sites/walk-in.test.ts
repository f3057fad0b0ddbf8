import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { testCounty } from '../../testing/test-app';
import type { AreaRecord } from '../areas';
import {
  allNotices,
  anId,
  as,
  get,
  type Somebody,
  setTheStage,
  settle,
  somebody,
  theApp,
  theBeds,
  told,
} from '../episodes/testing/stage';

const place = (id: string): AreaRecord => {
  const _id = areaId(id);
  return {
    ...{ _id, county: testCounty, level: levelOf(_id), name: '样例', scope: scopeOf(_id), adjacent: [] },
    validFrom: new Date(0),
  };
};
const grid = `${testCounty}900201-g01`;
const [house, other] = [`${grid}-b90`, `${grid}-b91`];
setTheStage([...scopeOf(areaId(house)).map(place), place(other)]);

let county: Somebody;
let manager: Somebody;
beforeAll(async () => {
  county = await somebody('COUNTY_DISPATCHER', testCounty);
  manager = await somebody('SITE_MANAGER', house);
});
beforeEach(async () => {
  for (const name of ['sites', 'rooms', 'bedClaims', 'returnees', 'tasks', 'transfers'])
    await theApp().connection.collection(name).deleteMany({});
});

async function aSite(more: object = {}) {
  const draft = { id: anId(), name: '卦山隔离点', area: house, threshold: 0, rooms: ['301', '302'], ...more };
  const { body } = await as(county, 'POST', '/sites', draft);
  await settle();
  const room = (label: string): string => body.roomList.find((one: { label: string }) => one.label === label)?.id;
  return { id: draft.id, room };
}

let phones = 0;
const aPerson = (more: object = {}) => ({
  ...{ id: anId(), name: '孔门口', phone: `1990007${String(++phones).padStart(4, '0')}`, symptoms: false },
  stays: [{ place: ['甘肃省', '兰州市', '城关区'], from: '2022-04-10T00:00:00.000Z' }],
  ...more,
});
const comes = async (who: Somebody, site: string, body: object) => {
  const answer = await as(who, 'POST', `/sites/${site}/walk-ins`, body);
  await settle();
  return answer;
};
const onSite = async (who: Somebody, site: string, action: string, more: object = {}) => {
  const answer = await as(who, 'POST', `/sites/${site}/${action}`, { opId: anId(), ...more });
  await settle();
  return answer;
};
const of = (kind: string) => theApp().connection.collection('returnees').find({ kind }).toArray() as Promise<unknown[]>;
const travellers = async () => (await of('TRAVELLER')) as { _id: string; state: string; area: string }[];
const counts = async (site: string) => (await get(manager, `/sites/${site}`)).body.counts;

describe('somebody at the door with no trip', () => {
  test('has a room at once, a chain from here on, and the grid hears; nobody is sent to fetch them', async () => {
    const site = await aSite();
    const body = aPerson({ room: site.room('302') });
    const answer = await comes(manager, site.id, body);
    expect(answer).toMatchObject({ status: 200, body: { label: '302', state: 'OCCUPIED' } });
    const [one, ...others] = await travellers();
    expect([one?.state, one?.area, others]).toEqual(['IN_CHAIN', house, []]);
    expect(told(answer.body.id)).toEqual(['GRID:WALKED_IN']);
    const trips = await theApp().connection.collection('transfers').find({ state: 'LISTED' }).toArray();
    expect(trips).toEqual([]);
    const stored = JSON.stringify([await travellers(), await of('RETURNEE_REPORT'), allNotices()]);
    for (const word of ['孔门口', body.phone]) expect(stored).not.toContain(word);
    const room = await theApp().connection.collection<{ _id: string }>('rooms').findOne({ _id: answer.body.id });
    expect(room).toMatchObject({ detail: { person: one?._id } });
  });

  test('tapped twice it is one room and one person; another under that id is refused', async () => {
    const site = await aSite();
    const body = aPerson();
    const answers = await Promise.all([comes(manager, site.id, body), comes(manager, site.id, body)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await comes(manager, site.id, body)).body.id).toBe(answers[0]?.body.id);
    expect(await counts(site.id)).toMatchObject({ occupied: 1, clean: 1 });
    expect(await travellers()).toHaveLength(1);
    expect((await comes(manager, site.id, { ...body, name: '别人' })).status).toBe(409);
    expect(await travellers()).toHaveLength(1);
  });

  test('known already: the same person goes on, and is no second one', async () => {
    const [site, second] = [await aSite(), await aSite({ area: other })];
    const body = aPerson();
    await comes(manager, site.id, body);
    const elsewhere = await somebody('SITE_MANAGER', other);
    theApp().clock.advance(60_000);
    const { status, body: room } = await comes(elsewhere, second.id, { ...body, id: anId() });
    expect(status).toBe(200);
    const open = (await travellers()).filter(({ state }) => state !== 'DUPLICATE');
    expect(open).toHaveLength(1);
    const stored = await theApp().connection.collection<{ _id: string }>('rooms').findOne({ _id: room.id });
    expect(stored).toMatchObject({ detail: { person: open[0]?._id } });
    // and has left the room of before
    expect(await counts(site.id)).toMatchObject({ occupied: 0, cleaning: 1 });
  });

  test('of two who come for the last room, one has it, and the other is told where there is one', async () => {
    const [site, second] = [await aSite({ rooms: ['301'] }), await aSite({ area: other, name: '南关隔离点' })];
    const answers = await Promise.all([aPerson(), aPerson()].map((one) => comes(manager, site.id, one)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ next: 'site', sites: [{ site: second.id, name: '南关隔离点', free: 2 }] });
    expect(await travellers()).toHaveLength(1);
    expect((await comes(manager, site.id, aPerson({ room: site.room('301') }))).status).toBe(409);
  });

  test('is taken in by who keeps this house, and by nobody else', async () => {
    const site = await aSite();
    for (const who of [county, await somebody('TRANSFER_DESK', testCounty)])
      expect((await comes(who, site.id, aPerson())).status).toBe(403);
    const elsewhere = await somebody('SITE_MANAGER', other);
    expect((await comes(elsewhere, site.id, aPerson())).status).toBe(404);
    const second = await aSite({ area: other });
    expect((await comes(manager, site.id, aPerson({ room: second.room('301') }))).status).toBe(404);
    expect(await travellers()).toEqual([]);
  });

  test.each([
    ['no name', { name: ' ' }, '/name'],
    ['no phone number', { phone: 'later' }, '/phone'],
    ['no number of identity', { idNumber: '？' }, '/idNumber'],
    ['a word too many', { colour: 'red' }, '/colour'],
    ['nowhere', { stays: [] }, '/stays'],
  ])('%s names the field', async (_what, more, pointer) => {
    const site = await aSite();
    const answer = await comes(manager, site.id, aPerson(more));
    expect([answer.status, answer.body.errors.map((one: { pointer: string }) => one.pointer)]).toEqual([
      422,
      [pointer],
    ]);
    expect(await counts(site.id)).toMatchObject({ clean: 2 });
  });
});

describe('a site that takes nobody for now', () => {
  test('promises no bed and is not offered; who has one still comes; open again it is as before', async () => {
    const site = await aSite();
    const kept = await theBeds().keep({ county: testCounty, site: site.id, for: 'somebody' });
    const opId = anId();
    const asked = { opId, reason: { code: 'REPAIR' } };
    const closed = await onSite(manager, site.id, 'close-intake', asked);
    expect(closed.body.view).toMatchObject({ intakeClosed: { reason: 'REPAIR' } });
    expect(closed.body.view.actions).not.toContain('closeIntake');
    expect((await onSite(manager, site.id, 'close-intake', asked)).body.receipt).toEqual(closed.body.receipt);
    expect((await onSite(county, site.id, 'close-intake', { reason: { code: 'REPAIR' } })).status).toBe(409);
    expect(await theBeds().list(testCounty)).toMatchObject([{ free: 0 }]);
    expect(await theBeds().keep({ county: testCounty, site: site.id, for: 'somebody else' })).toBeUndefined();
    expect((await comes(manager, site.id, aPerson())).status).toBe(409);
    expect((await theBeds().moveIn(testCounty, 'somebody', site.id))?.room).toBe(kept?.room);
    expect((await onSite(county, site.id, 'open-intake')).status).toBe(200);
    expect((await comes(manager, site.id, aPerson())).status).toBe(200);
  });

  test('another name, threshold and more rooms, by who keeps it as well; of two at once one looks again', async () => {
    const site = await aSite();
    const { revision } = (await get(manager, `/sites/${site.id}`)).body;
    const change = { revision, name: '卦山宾馆', threshold: 1, addRooms: ['303'] };
    const [first, second] = await Promise.all([
      onSite(manager, site.id, 'change', change),
      onSite(county, site.id, 'change', { revision, threshold: 2 }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const now = (await get(manager, `/sites/${site.id}`)).body;
    const again = await onSite(manager, site.id, 'change', { ...change, revision: now.revision, addRooms: ['309'] });
    expect(again.body.view).toMatchObject({ name: '卦山宾馆', threshold: 1 });
    const desk = await somebody('TRANSFER_DESK', testCounty);
    expect((await onSite(desk, site.id, 'change', change)).status).toBe(403);
    expect((await onSite(await somebody('SITE_MANAGER', other), site.id, 'change', change)).status).toBe(404);
    expect((await onSite(manager, site.id, 'change', { revision: 0, name: '好' })).status).toBe(422);
    expect((await onSite(manager, site.id, 'close', { revision: 0, reason: { code: 'END' } })).status).toBe(403);
  });
});
