import { ensureIndexes } from '../../platform/database';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { accountRepository } from './account.repository';
import { identityIndexes } from './identity.model';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureIndexes(database.connection, identityIndexes);
});
afterAll(() => database.close());

const county = '141122';
const grid = '141122100201-g01';
/** More than one reading answers. */
const residents = 2_500;

const account = (_id: string, role: string, area: string) => ({
  ...{ _id: _id as never, county, blocked: false, version: 0, households: [], changedAt: new Date(0) },
  grants: [{ role, area }],
});

test('whoever leads a grid is found among all who live in it, and nobody who leads elsewhere or lives there', async () => {
  const neighbours = Array.from({ length: residents }, (_, nth) => account(`a${nth}`, 'RESIDENT', grid));
  const leaders = [account('z-leader', 'GRID_LEADER', grid), account('z-other', 'GRID_LEADER', '141122100201-g02')];
  await database.connection.collection('accounts').insertMany([...neighbours, ...leaders]);
  const found = await accountRepository(database.connection, () => new Date(0)).grantedIn(county, 'GRID_LEADER', [
    grid,
  ]);
  expect(found.map(({ _id }) => _id)).toEqual(['z-leader']);
});
