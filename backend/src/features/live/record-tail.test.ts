import { setTimeout as sleep } from 'node:timers/promises';
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

test('when records get new revisions, two processes announce each once, to all whom the record names', async () => {
  const { connection } = database;
  const announcements = announcementRepository(connection);
  const county = '141122';
  const scope = scopeOf(areaId('141122100001-g01'));
  let told = 0;
  const stops = [1, 2].map(() =>
    startRecordTail({
      ...{ connection, collections: ['tasks', 'returnees'], onGap: () => undefined },
      async announce(causes) {
        told += causes.length;
        await announce(announcements, causes, new Date());
      },
    }),
  );
  const named = { county, scope, household: 'h1', parties: ['named'], assignment: { assignee: 'p1' } };
  const write = async (collection: string, kind: string) => {
    const records = connection.collection<{ _id: string; [field: string]: unknown }>(collection);
    const id = idSource()(county);
    const history = [{ by: 'long ago' }, { by: 'last' }];
    await records.insertOne({ _id: id, kind, revision: 1, ...named, history });
    await records.updateOne({ _id: id }, { $set: { revision: 2 } });
    return id;
  };
  const heard = () => announcements.since(county, ['h:h1'], new Date(0), 1_000);
  const latest = async (record: string) => (await heard()).find((one) => one.record === record && one.revision === 2);
  // a stream begins a moment after it was asked for
  for (let nth = 0; told < 2 && nth < 200; nth++) {
    await write('tasks', 'DELIVERY');
    await sleep(50);
  }
  const ids = [await write('tasks', 'DELIVERY'), await write('returnees', 'TRAVELLER')];
  for (const id of ids) {
    for (let nth = 0; !(await latest(id)) && nth < 500; nth++) await sleep(20);
    const found = await latest(id);
    // also whom the record names, who holds nothing of it and lives elsewhere, and who did the last step; nobody before
    expect(found?.topics).toEqual(expect.arrayContaining(['p:p1', 'p:named', 'p:last', 'h:h1', 'a:141122100001-g01']));
    expect(found?.topics).not.toContain('p:long ago');
  }
  const revisions = (await heard()).filter(({ record }) => record === ids[0]).map(({ revision }) => revision);
  expect(revisions.length).toBe(new Set(revisions).size);
  await Promise.all(stops.map((stop) => stop()));
});
