import { idSource } from '../../platform/ids';
import { makeLogger } from '../../platform/logger';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { type Channel, type NoticeRecord, noticeRepository, sendingWorker } from '.';

jest.setTimeout(30_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.connection.collection('notices').deleteMany({}));

const county = '141122';
const ids = idSource();
const noon = new Date('2022-04-18T04:00:00Z');

/** So many notices that ring, one after another, each to somebody else. */
async function due(count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, nth) => {
    const told = { county, person: ids(county), audience: 'STAFF', code: 'DOOR_ALERT', values: {}, urgent: true };
    return { ...told, _id: ids(county), at: noon, unread: true, sendDue: new Date(noon.getTime() + nth) };
  });
  await noticeRepository(database.connection).add(rows as unknown as NoticeRecord[]); // as `notify` writes them
  return rows.map(({ _id }) => _id);
}

function sender(send: Channel['send']) {
  const channel: Channel = { name: 'gateway', isFor: () => true, send };
  return sendingWorker({
    ...{ notices: noticeRepository(database.connection), channels: [channel], isQuiet: async () => false },
    ...{ now: () => new Date(noon.getTime() + 60_000), log: makeLogger({ level: 'silent' }) },
  });
}

test('a message that its gateway keeps waiting holds up no other', async () => {
  const [slow, ...others] = await due(20);
  const sent = new Set<string>();
  let answer: () => void = () => undefined;
  let heardOfAll: () => void = () => undefined;
  const allOthers = new Promise<void>((resolve) => (heardOfAll = resolve));
  const worker = sender(async ({ _id }) => {
    if (_id === slow) await new Promise<void>((resolve) => (answer = resolve));
    sent.add(_id);
    if (sent.size === others.length) heardOfAll();
    return 'SENT';
  });
  const turn = worker.sendDue();
  await allOthers;
  expect(sent).toEqual(new Set(others));
  answer();
  await turn;
  expect(sent.has(slow ?? '')).toBe(true);
});

test('of two processes that send, no message goes out twice', async () => {
  const all = await due(60);
  const sent: string[] = [];
  const worker = sender(async ({ _id }) => {
    sent.push(_id);
    return 'SENT';
  });
  await Promise.all([worker.sendDue(), worker.sendDue()]);
  expect(sent).toHaveLength(all.length);
  expect(new Set(sent)).toEqual(new Set(all));
});

test('told to stop, it takes no further one: another process sends them', async () => {
  const all = await due(20);
  const sent: string[] = [];
  const worker = sender(async ({ _id }) => {
    sent.push(_id);
    // nothing runs by itself here: what was begun ends, and no more is taken
    if (sent.length === 1) await worker.stop();
    return 'SENT';
  });
  await worker.sendDue();
  expect(sent.length).toBeLessThan(all.length);
  await sender(async ({ _id }) => {
    sent.push(_id);
    return 'SENT';
  }).sendDue();
  expect(new Set(sent)).toEqual(new Set(all));
  expect(sent).toHaveLength(all.length);
});
