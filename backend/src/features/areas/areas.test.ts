import { type AreaId, areaId, levelOf, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { type AreaRecord, areaRepository, listAreas, openAreaBook } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const county = '141122';
const now = () => new Date('2022-04-18T02:00:00Z');

function anArea(id: string, name: string, more: Partial<AreaRecord> = {}): AreaRecord {
  const _id = areaId(id);
  return {
    _id,
    county,
    level: levelOf(_id),
    name,
    scope: scopeOf(_id),
    adjacent: [],
    validFrom: new Date('2022-01-01T00:00:00Z'),
    ...more,
  };
}

const grid = areaId('141122100201-g01');
const places = [
  anArea('141122', '交城县'),
  anArea('141122100', '天宁镇', { zone: 'GUARDED' }),
  anArea('141122100201', '天宁社区'),
  anArea(grid, '一网格', { zone: 'SEALED', adjacent: [areaId('141122100201-g02')] }),
  anArea('141122100201-g02', '二网格'),
  anArea('141122100201-g03', '三网格', { validTo: new Date('2022-03-01T00:00:00Z') }),
];

test('when places are listed, those directly below come that are still in force', async () => {
  const areas = areaRepository(database.connection);
  await areas.addMany(places);
  await areas.addMany(places);
  const book = await openAreaBook(areas.all, now);
  const deps = { areas, book, now };
  const grids = await listAreas(deps, county, { parent: areaId('141122100201') });
  expect(grids.items.map(({ name, zone }) => [name, zone])).toEqual([
    ['一网格', 'SEALED'],
    ['二网格', 'GUARDED'],
  ]);
  expect(grids.items[0]?.path).toEqual(['交城县', '天宁镇', '天宁社区', '一网格']);
  expect((await listAreas(deps, county, {})).items).toHaveLength(1);
  const page = await listAreas(deps, county, { parent: areaId('141122100201'), limit: 1 });
  const rest = await listAreas(deps, county, { parent: areaId('141122100201'), limit: 1, after: page.next });
  expect(rest.items[0]?.name).toBe('二网格');
  await expect(listAreas(deps, '141121', { parent: grid })).rejects.toMatchObject({ type: 'not-found' });
});

test('when a zone changes, the book knows after reading again; a building has the zone of its grid', async () => {
  const areas = areaRepository(database.connection);
  await areas.addMany(places);
  const book = await openAreaBook(areas.all, now);
  const building: AreaId = areaId(`${grid}-b12`);
  expect(book.zoneOf(building)).toBe('SEALED');
  expect(book.adjacentOf(grid)).toEqual(['141122100201-g02']);
  expect(await areas.setZone(grid, 'CONTROLLED')).toBe(true);
  await book.refresh();
  expect(book.zoneOf(building)).toBe('CONTROLLED');
});
