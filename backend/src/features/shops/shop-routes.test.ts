import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { ShopId } from '@grid-relief/shared-types/primitives/ids';
import { derivedId } from '../../platform/ids';
import { aHousehold, aPerson } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { type ShopRecord, shopRepository } from '.';

const idOf = (name: string) => ShopId.parse(derivedId(testCounty, name));

function aShop(name: string, town: string, kind: ShopRecord['kind'] = 'SUPERMARKET'): ShopRecord {
  const rice = {
    sku: 'rice',
    name: '大米',
    nameEn: 'Rice',
    picture: 'rice',
    aisle: '粮油',
    unit: '袋',
    priceFen: 2990,
  };
  return {
    _id: idOf(name),
    county: testCounty,
    kind,
    name,
    area: areaId(town),
    serves: [areaId(town)],
    open: '07:00–19:00',
    aisles: ['粮油'],
    goods: [{ ...rice, cold: false, weightGrams: 5000, controlledFour: false }],
  };
}

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startTestApp();
  const here = `${testCounty}100`;
  await shopRepository(app.connection).addMany([
    aShop('near', here),
    aShop('pharmacy', here, 'PHARMACY'),
    aShop('far', `${testCounty}101`),
  ]);
  const home = await aHousehold(app).saved();
  token = await app.signIn(await aPerson(app).livingIn(home).saved());
});
afterAll(() => app.close());

const list = (query: string, as: string | undefined) => app.call('GET', `/shops${query}`, { token: as });
const names = ({ body }: { body: { items: { name: string }[] } }) => body.items.map(({ name }) => name).sort();

test('when a resident asks, the shops of the own township come, all or of one kind', async () => {
  expect(names(await list('', token))).toEqual(['near', 'pharmacy']);
  expect(names(await list('?kind=PHARMACY', token))).toEqual(['pharmacy']);
});

test('when the goods of a shop are asked for, they come with their prices', async () => {
  const { status, body } = await app.call('GET', `/shops/${idOf('near')}/goods`, { token });
  expect(status).toBe(200);
  expect(body).toMatchObject({ shop: { name: 'near' }, goods: [{ sku: 'rice', priceFen: 2990 }] });
});

test('when somebody belongs nowhere, no shop serves them', async () => {
  expect(names(await list('', await app.signIn(await aPerson(app).saved())))).toEqual([]);
});

test('when nobody is signed in, nothing is listed', async () => {
  expect((await list('', undefined)).status).toBe(401);
  expect((await app.call('GET', `/shops/${idOf('near')}/goods`)).status).toBe(401);
});

test.each([
  ['a kind that is none', '/shops?kind=CASINO', 422],
  ['a page of a million', '/shops?limit=1000000', 422],
  ['an operator', '/shops?kind[$ne]=STORE', 422],
  ['a shop nobody knows', `/shops/${idOf('nowhere')}/goods`, 404],
  ['what is no shop', '/shops/x/goods', 422],
])('%s is refused', async (_what, path, status) => {
  expect((await app.call('GET', path, { token })).status).toBe(status);
});
