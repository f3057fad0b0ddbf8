import { setTimeout as sleep } from 'node:timers/promises';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { followNews, type News } from '.';

// the machine may be busy with other tests
jest.setTimeout(30_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const records = (name: string) =>
  database.connection.collection<{ _id: string; revision: number; note?: string }>(name);

async function until(condition: () => boolean): Promise<void> {
  for (const end = performance.now() + 10_000; !condition() && performance.now() < end; ) await sleep(10);
}

/** Writes until the stream, which begins a moment after it was asked for, has told of one. */
async function awake(collection: string, heard: readonly News[]): Promise<void> {
  for (let nth = 0; heard.length === 0 && nth < 200; nth++) {
    await records(collection).insertOne({ _id: `awake-${nth}`, revision: 1 });
    await sleep(50);
  }
}

test('one stream tells what is new in each of several collections, an added document whole, and nothing of any other write', async () => {
  const heard: News[] = [];
  const end = followNews({
    ...{ connection: database.connection, collections: ['crates', 'boxes'], wantsAdded: true },
    begin: () => (news) => void heard.push(news),
  });
  await awake('crates', heard);
  await records('boxes').insertOne({ _id: 'b', revision: 1 });
  await records('boxes').updateOne({ _id: 'b' }, { $set: { note: 'no news' } });
  await records('others').insertOne({ _id: 'o', revision: 1 });
  await records('boxes').updateOne({ _id: 'b' }, { $set: { revision: 2 } });
  await records('crates').insertOne({ _id: 'last', revision: 1 });
  await until(() => heard.some(({ id }) => id === 'last'));
  await end();
  expect(heard.filter(({ id }) => !String(id).startsWith('awake'))).toEqual([
    { collection: 'boxes', id: 'b', added: { _id: 'b', revision: 1 } },
    { collection: 'boxes', id: 'b' },
    { collection: 'crates', id: 'last', added: { _id: 'last', revision: 1 } },
  ]);
});

test.each([
  ['what takes its news fails', async () => Promise.reject(new Error('cannot be stored'))],
  ['it is ended by whoever takes its news', (end: () => Promise<void>) => end()],
])('when %s, another stream begins and knows that it is not the first', async (_, fail) => {
  const began: boolean[] = [];
  const heard: News[] = [];
  const stop = followNews({
    ...{ connection: database.connection, collections: ['parcels'] },
    begin(isFirst, end) {
      began.push(isFirst);
      return async (news) => {
        if (isFirst) return fail(end);
        heard.push(news);
      };
    },
  });
  await awake('parcels', heard);
  await stop();
  expect(began).toEqual([true, false]);
  expect(heard).not.toEqual([]);
  await records('parcels').deleteMany({});
});

test('whoever has stopped it hears nothing more, and others do', async () => {
  const listen = (heard: News[]) =>
    followNews({
      ...{ connection: database.connection, collections: ['sacks'] },
      begin: () => (news) => void heard.push(news),
    });
  const heard: News[] = [];
  const others: News[] = [];
  const [stop, stopOthers] = [listen(heard), listen(others)];
  await awake('sacks', heard);
  await until(() => others.length > 0);
  await stop();
  await records('sacks').insertOne({ _id: 'after', revision: 1 });
  await until(() => others.some(({ id }) => id === 'after'));
  await stopOthers();
  expect(others.map(({ id }) => id)).toContain('after');
  expect(heard.map(({ id }) => id)).not.toContain('after');
});
