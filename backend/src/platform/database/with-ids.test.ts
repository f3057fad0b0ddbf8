import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { trustedFilter } from './trusted-filter';
import { withIds } from './with-ids';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('whoever asks for ids gets those of the county, and none of another though the id is known', async () => {
  const records = database.connection.collection<{ _id: string; county: string }>('crates');
  await records.createIndex({ county: 1, kind: 1 });
  await records.insertMany([
    { _id: 'a', county: '141122' },
    { _id: 'b', county: '141122' },
    { _id: 'c', county: '141123' },
  ]);
  const found = await records.find(trustedFilter(withIds('141122', ['a', 'c', 'none']))).toArray();
  expect(found.map(({ _id }) => _id)).toEqual(['a']);
  const { matchedCount } = await records.updateMany(withIds('141123', ['a', 'b', 'c']), { $set: { seen: true } });
  expect(matchedCount).toBe(1);
});
