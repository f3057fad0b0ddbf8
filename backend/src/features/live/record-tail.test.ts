import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { idSource } from '../../platform/ids';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { announce, announcementRepository, startRecordTail } from '.';

// the machine may be busy with other tests
jest.setTimeout(30_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('when a task gets a new revision, two processes announce it once; a write that is no news is not announced', async () => {
  const { connection } = database;
  const announcements = announcementRepository(connection);
  const county = '141122';
  const id = idSource()(county);
  const tasks = connection.collection<{ _id: string; [field: string]: unknown }>('tasks');
  const stops = [1, 2].map(() =>
    startRecordTail({
      connection,
      collections: ['tasks', 'returnees'],
      announce: (causes) => announce(announcements, causes, new Date()),
      onGap: () => undefined,
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 400));
  const scope = scopeOf(areaId('141122100001-g01'));
  await tasks.insertOne({
    _id: id,
    county,
    kind: 'DELIVERY',
    revision: 1,
    scope,
    household: 'h1',
    parties: ['named'],
    assignment: {},
    history: [],
  });
  await tasks.updateOne({ _id: id }, { $set: { revision: 2, 'assignment.assignee': 'p1' } });
  await tasks.updateOne({ _id: id }, { $set: { 'relay.due': new Date() } });
  const heard = async () =>
    (await announcements.since(county, ['h:h1'], new Date(0), 10)).map(({ revision }) => revision);
  for (const end = Date.now() + 5_000; Date.now() < end && !(await heard()).includes(2); ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const all = await announcements.since(county, ['h:h1', 'p:p1', 'a:141122100'], new Date(0), 10);
  expect(new Set(all.map(({ revision }) => revision)).has(2)).toBe(true);
  expect(all.length).toBe(new Set(all.map(({ _id }) => _id)).size);
  // also whom the record names, who holds nothing of it and lives elsewhere
  expect(all.at(-1)?.topics).toEqual(expect.arrayContaining(['p:p1', 'p:named', 'h:h1', 'a:141122100001-g01']));
  await Promise.all(stops.map((stop) => stop()));
});
