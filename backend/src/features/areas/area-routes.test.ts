import { areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { openFeatures } from '../../features';
import { aPerson } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { type AreaRecord, areaRepository } from '.';

const town = `${testCounty}100`;
const village = `${town}201`;

function anArea(id: string, name: string): AreaRecord {
  const _id = areaId(id);
  const validFrom = new Date('2022-01-01T00:00:00Z');
  return { _id, county: testCounty, level: levelOf(_id), name, scope: scopeOf(_id), adjacent: [], validFrom };
}

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startTestApp({
    openFeatures: async (deps) => {
      const grids = ['01', '02', '03'].map((number) => anArea(`${village}-g${number}`, `${number}网格`));
      const above = [anArea(testCounty, '交城县'), anArea(town, '天宁镇'), anArea(village, '天宁社区')];
      await areaRepository(deps.connection).addMany([...above, ...grids]);
      return openFeatures(deps);
    },
  });
  token = await app.signIn(await aPerson(app).saved());
});
afterAll(() => app.close());

const list = (query = '', as: string | undefined = token) => app.call('GET', `/areas${query}`, { token: as });

test('when anybody signed in asks, the townships come, and below a place what lies directly in it', async () => {
  expect((await list()).body.items).toMatchObject([{ id: town, level: 'TOWNSHIP', name: '天宁镇' }]);
  const { body } = await list(`?parent=${village}`);
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['01网格', '02网格', '03网格']);
  expect(body.items[0].path).toEqual(['交城县', '天宁镇', '天宁社区', '01网格']);
});

test('when a page is small, the next one begins behind it', async () => {
  const first = await list(`?parent=${village}&limit=2`);
  const second = await list(`?parent=${village}&limit=2&after=${first.body.next}`);
  expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([2, 1, undefined]);
});

test('when nobody is signed in, nothing is listed', async () => {
  expect((await app.call('GET', '/areas')).status).toBe(401);
});

test.each([
  ['a place nobody knows', `?parent=${testCounty}999`, 404],
  ['another county', '?parent=110101', 404],
  ['what is no place', '?parent=the-moon', 422],
  ['a page of nothing', '?limit=0', 422],
  ['a field that is not there', '?zone=SEALED', 422],
  ['an operator', '?parent[$ne]=x', 422],
])('%s is refused', async (_what, query, status) => {
  expect((await list(query)).status).toBe(status);
});
