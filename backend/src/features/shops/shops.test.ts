import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import { ShopId } from '@grid-relief/shared-types/primitives/ids';
import type { Good } from '@grid-relief/shared-types/shops/shop.contract';
import type { PersonActor } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { listShops, type ShopRecord, shopGoods, shopRepository } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const county = '141122';
const town = areaId('141122100');
const actor: PersonActor = {
  personId: derivedId(county, 'somebody'),
  county,
  grants: [],
  ownHouseholds: [],
  proxyHouseholds: [],
  skills: [],
  ppe: 0,
};

const rice: Good = {
  sku: 'rice-5',
  name: '大米',
  nameEn: 'Rice',
  picture: 'rice',
  aisle: '粮油',
  unit: '袋',
  priceFen: 2990,
  cold: false,
  weightGrams: 5000,
  controlledFour: false,
};
const leek: Good = { ...rice, sku: 'leek', name: '韭菜', nameEn: 'Leek', aisle: '蔬菜' };

function aShop(name: string, serves: AreaId, kind: ShopRecord['kind'] = 'SUPERMARKET'): ShopRecord {
  return {
    _id: ShopId.parse(derivedId(county, name)),
    county,
    kind,
    name,
    area: serves,
    serves: [serves, areaId(county)],
    open: '07:00–19:00',
    aisles: ['蔬菜', '粮油'],
    goods: [rice, leek],
  };
}

test('when somebody lists shops, only those of the own township come, page by page, and a repeat of storing adds none', async () => {
  const shops = shopRepository(database.connection);
  const all = [aShop('a', town), aShop('b', town), aShop('c', town, 'PHARMACY'), aShop('d', areaId('141122101'))];
  await shops.addMany(all);
  await shops.addMany(all);
  const deps = { shops, placesOf: async () => [areaId('141122100201-g01')] };
  const first = await listShops(deps, actor, { limit: 2 });
  const second = await listShops(deps, actor, { limit: 2, after: first.next });
  expect([...first.items, ...second.items].map(({ name }) => name).sort()).toEqual(['a', 'b', 'c']);
  expect(second.next).toBeUndefined();
  expect((await listShops(deps, actor, { kind: 'PHARMACY' })).items).toHaveLength(1);
  const countyWide = { shops, placesOf: async () => [areaId(county)] };
  expect((await listShops(countyWide, actor, {})).items).toHaveLength(4);
});

test('when the goods are read, they come in walking order; a shop of another county is not found', async () => {
  const shops = shopRepository(database.connection);
  const shop = aShop('walk', town);
  await shops.addMany([shop]);
  const { goods } = await shopGoods({ shops }, county, shop._id);
  expect(goods.map(({ sku }) => sku)).toEqual(['leek', 'rice-5']);
  expect((await shops.goodsOf(county, shop._id)).get('rice-5')).toMatchObject({ priceFen: 2990 });
  await expect(shopGoods({ shops }, '141121', shop._id)).rejects.toMatchObject({ type: 'not-found' });
});
