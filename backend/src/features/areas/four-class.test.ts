import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { openFeatures } from '../../features';
import { aPerson } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { type AreaRecord, areaRepository } from '.';

const town = `${testCounty}100`;
const village = `${town}201`;
const grid = `${village}-g01`;

function anArea(id: string, name: string): AreaRecord {
  const _id = areaId(id);
  const validFrom = new Date('2022-01-01T00:00:00Z');
  return { _id, county: testCounty, level: levelOf(_id), name, scope: scopeOf(_id), adjacent: [], validFrom };
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({
    openFeatures: async (deps) => {
      const places = [
        [testCounty, '交城县'],
        [town, '天宁镇'],
        [village, '天宁社区'],
        [grid, '01网格'],
      ] as const;
      await areaRepository(deps.connection).addMany(places.map(([id, name]) => anArea(id, name)));
      return openFeatures(deps);
    },
  });
});
beforeEach(() => app.connection.collection('areas').updateMany({}, { $unset: { fourClass: 1 } }));
afterAll(() => app.close());

type Role = Parameters<ReturnType<typeof aPerson>['withRole']>[0];
const as = async (role: Role, place: string) => app.signIn(await aPerson(app).withRole(role, place).saved());
const set = (token: string, place: string, mode: string, from = app.clock.now(), opId = app.anId()) =>
  app.call('POST', `/four-class/${place}`, { token, body: { opId, mode, from: from.toISOString() } });
const list = (token: string, query = '') => app.call('GET', `/four-class${query}`, { token });
const inHours = (hours: number) => new Date(app.clock.now().getTime() + hours * 3_600_000);

test('a township says how it is sold in a grid, from now or from a day on; the doctor of the place reads it', async () => {
  const [township, doctor] = [await as('TOWNSHIP_DISPATCHER', town), await as('DOCTOR', village)];
  expect((await list(doctor)).body.items).toMatchObject([
    { area: village, mode: 'REGISTER', planned: [], maySet: false },
  ]);
  expect(await set(township, village, 'SUSPENDED')).toMatchObject({
    status: 200,
    body: { mode: 'SUSPENDED', maySet: true },
  });
  const later = inHours(48);
  expect((await set(township, village, 'FREE', later)).body).toMatchObject({
    mode: 'SUSPENDED',
    planned: [{ mode: 'FREE', from: later.toISOString() }],
  });
  expect((await list(doctor)).body.items).toMatchObject([{ mode: 'SUSPENDED', since: app.clock.now().toISOString() }]);
  // below it counts as well, where nobody says otherwise
  const { items } = (await list(township, `?place=${village}`)).body;
  expect(items).toMatchObject([{ area: village }, { area: grid, mode: 'SUSPENDED', planned: [] }]);
  expect(items[1].since).toBeUndefined();
  app.clock.advance(48 * 3_600_000);
  expect((await list(await as('DOCTOR', village))).body.items).toMatchObject([{ mode: 'FREE', planned: [] }]);
});

test('nothing is dated back, and what is said for one instant again counts as said last', async () => {
  const county = await as('COUNTY_DISPATCHER', testCounty);
  const { body } = await set(county, grid, 'SUSPENDED', inHours(-48));
  expect(body).toMatchObject({ mode: 'SUSPENDED', since: app.clock.now().toISOString() });
  const later = inHours(24);
  await set(county, grid, 'FREE', later);
  await set(county, grid, 'REGISTER', later);
  app.clock.advance(24 * 3_600_000);
  const again = await as('COUNTY_DISPATCHER', testCounty);
  expect((await list(again, `?place=${grid}`)).body.items).toMatchObject([{ mode: 'REGISTER' }]);
});

test('the same operation once; for something else it is refused', async () => {
  const township = await as('TOWNSHIP_DISPATCHER', town);
  const [opId, at] = [app.anId(), app.clock.now()];
  for (const _twice of [1, 2]) expect((await set(township, grid, 'SUSPENDED', at, opId)).status).toBe(200);
  const found = await app.connection.collection<{ _id: string; fourClass: object[] }>('areas').findOne({ _id: grid });
  expect(found?.fourClass).toHaveLength(1);
  expect(await set(township, grid, 'FREE', at, opId)).toMatchObject({ status: 422 });
});

test('nobody else says so, and nobody for a place that is not theirs', async () => {
  for (const role of ['DOCTOR', 'GRID_LEADER', 'COUNTY_HEAD'] as const)
    expect((await set(await as(role, town), grid, 'FREE')).status).toBe(403);
  const elsewhere = await as('TOWNSHIP_DISPATCHER', `${testCounty}101`);
  expect((await set(elsewhere, grid, 'FREE')).status).toBe(404);
  expect((await list(elsewhere, `?place=${grid}`)).status).toBe(404);
  expect((await set(await as('TOWNSHIP_DISPATCHER', town), `${town}999`, 'FREE')).status).toBe(404);
  expect((await list(await as('VOLUNTEER', grid))).status).toBe(403);
});
