import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { dueCollections } from './due-collections';

const now = new Date('2022-04-18T02:00:00.000Z');
const names = ['tasks', 'rooms', 'sites', 'nowhere'];
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function put(collection: string, id: string, due: Date): Promise<void> {
  await database.connection.collection<{ _id: string }>(collection).insertOne({ _id: id, relay: { due } } as never);
}

test('names each collection with something due once, in their order; what is due later and what is not there is passed over', async () => {
  expect(await dueCollections(database.connection, names, now)).toEqual([]);
  await put('sites', 'late', now);
  await put('sites', 'later', new Date(now.getTime() - 1));
  await put('rooms', 'ahead', new Date(now.getTime() + 1));
  expect(await dueCollections(database.connection, names, now)).toEqual(['sites']);
  await put('tasks', 'first', new Date(0));
  expect(await dueCollections(database.connection, names, now)).toEqual(['tasks', 'sites']);
  expect(await dueCollections(database.connection, [], now)).toEqual([]);
});
