import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { pino } from 'pino';
import type { PersonActor } from '../../lifecycle';
import { idSource } from '../../platform/ids';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import {
  creditRepository,
  grantMessageCredit,
  myNotices,
  type NotifyDeps,
  noticeRepository,
  notify,
  readNotices,
  sendingTime,
  sendingWorker,
  wechatChannel,
} from '.';

// the machine may be busy with other tests
jest.setTimeout(30_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const county = '141122';
const ids = idSource();
const noon = new Date('2022-04-18T04:00:00Z');

function somebody(): PersonActor {
  return { personId: ids(county), county, grants: [], ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 0 };
}

function setUp(members: string[] = [], holders: string[] = []) {
  const notices = noticeRepository(database.connection);
  const credits = creditRepository(database.connection);
  const now = { value: noon };
  const deps: NotifyDeps = {
    notices,
    now: () => now.value,
    peopleOf: async () => members.map((person) => ({ person })),
    holdersOf: async () => holders,
  };
  return { deps: { ...deps, credits }, now };
}

describe('inbox', () => {
  test('when an entry is delivered twice, everybody it is for has one notice', async () => {
    const [elder, daughter, worker] = [somebody(), somebody(), somebody()];
    const { deps } = setUp([elder.personId, daughter.personId], [worker.personId]);
    const to = [
      { household: 'h' },
      { role: 'GRID_WORKER', area: areaId('141122100001-g01') },
      { person: elder.personId },
    ];
    const cause = { id: ids(county), county, payload: { to, code: 'delivery.bought', values: { bags: 2 } } };
    await notify(deps, cause);
    await notify(deps, cause);
    for (const person of [elder, daughter, worker]) {
      const inbox = await myNotices(deps, person, {});
      expect(inbox).toMatchObject({
        unread: 1,
        items: [{ code: 'delivery.bought', values: { bags: 2 }, urgent: false }],
      });
    }
  });

  test('when an inbox is long, it comes page by page, newest first, and reading marks up to an instant only', async () => {
    const person = somebody();
    const { deps, now } = setUp();
    for (let minute = 0; minute < 5; minute++) {
      now.value = new Date(noon.getTime() + minute * 60_000);
      await notify(deps, {
        id: `e${minute}`,
        county,
        payload: { to: { person: person.personId }, code: `code.${'abcde'[minute]}` },
      });
    }
    const first = await myNotices(deps, person, { limit: 3 });
    const second = await myNotices(deps, person, { limit: 3, after: first.next });
    expect([...first.items, ...second.items].map(({ code }) => code.slice(-1)).join('')).toBe('edcba');
    expect(second.next).toBeUndefined();
    const upTo = new Date(noon.getTime() + 2 * 60_000);
    expect(await readNotices(deps, person, upTo)).toEqual({ unread: 2 });
    expect(await readNotices(deps, person, upTo)).toEqual({ unread: 2 });
  });

  test('when a payload is no notice, it is refused for the outbox to park', async () => {
    const { deps } = setUp();
    await expect(notify(deps, { id: 'x', county, payload: { to: {}, code: 'x.y' } })).rejects.toThrow();
  });
});

test.each([
  ['2022-04-18T13:59:00Z', false, '2022-04-18T13:59:00Z'],
  ['2022-04-18T14:00:00Z', false, '2022-04-18T23:00:00Z'],
  ['2022-04-18T17:00:00Z', false, '2022-04-18T23:00:00Z'],
  ['2022-04-18T23:00:00Z', false, '2022-04-18T23:00:00Z'],
  ['2022-04-18T17:00:00Z', true, '2022-04-18T17:00:00Z'],
])('when it is %s and urgent is %s, it leaves at %s', (now, urgent, expected) => {
  expect(sendingTime(new Date(now), urgent)).toEqual(new Date(expected));
});

describe('WeChat subscribe messages', () => {
  let standIn: Server;
  let answers: number[] = [];
  const asked: { path: string; body: Record<string, unknown> }[] = [];

  beforeAll(async () => {
    standIn = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        asked.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString()) });
        const isToken = request.url?.startsWith('/cgi-bin/stable_token');
        const errcode = isToken ? 0 : (answers.shift() ?? 0);
        response.end(
          JSON.stringify(isToken ? { access_token: `t${asked.length}`, expires_in: 7200 } : { errcode, errmsg: '' }),
        );
      });
    });
    await new Promise<void>((resolve) => standIn.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => standIn.close(resolve)));
  beforeEach(() => {
    answers = [];
    asked.length = 0;
  });

  async function sendTo(person: PersonActor, baseUrl = `http://127.0.0.1:${(standIn.address() as AddressInfo).port}`) {
    const { deps } = setUp();
    const channel = wechatChannel({
      baseUrl,
      credentials: { id: 'app', secret: 'not-a-secret' },
      templates: new Map([
        ['delivery.bought', { id: 'tpl.1', page: 'pages/home/index', fields: () => ({ thing1: '已买好' }) }],
      ]),
      credits: deps.credits,
      openidOf: async () => 'openid-1',
      log: pino({ level: 'silent' }),
      nowMs: () => 0,
    });
    await notify(deps, {
      id: ids(county),
      county,
      payload: { to: { person: person.personId }, code: 'delivery.bought' },
    });
    const sent: string[] = [];
    const worker = sendingWorker({
      ...deps,
      channels: [channel],
      log: pino({ level: 'silent' }),
      count: (_channel, sending) => sent.push(sending),
    });
    await Promise.all([worker.sendDue(), worker.sendDue()]);
    return sent.at(-1);
  }
  const allow = async (person: PersonActor, times = 1) => {
    for (let i = 0; i < times; i++)
      await grantMessageCredit(setUp().deps, person, { opId: ids(county), templates: ['tpl.1'] });
  };
  const left = (person: PersonActor) => creditRepository(database.connection).left(person.personId, 'tpl.1');

  // what earlier tests left due goes out first
  beforeEach(() => database.connection.collection('notices').deleteMany({}));

  test('when there is one credit, one message goes out and no second', async () => {
    const person = somebody();
    await allow(person);
    expect(await sendTo(person)).toBe('SENT');
    expect(asked.at(-1)?.body).toMatchObject({
      touser: 'openid-1',
      template_id: 'tpl.1',
      data: { thing1: { value: '已买好' } },
    });
    expect(await sendTo(person)).toBe('NO_CREDIT');
    expect(asked.filter(({ path }) => path.includes('/subscribe/send'))).toHaveLength(1);
  });

  test('when WeChat says 43101, the ledger is empty whatever it said before', async () => {
    const person = somebody();
    await allow(person, 3);
    answers = [43_101];
    expect(await sendTo(person)).toBe('NO_CREDIT');
    expect(await left(person)).toBe(0);
  });

  test('when the token has ended, a new one is asked for once', async () => {
    const person = somebody();
    await allow(person);
    answers = [42_001, 0];
    expect(await sendTo(person)).toBe('SENT');
    expect(asked.filter(({ path }) => path.includes('stable_token'))).toHaveLength(2);
  });

  test('when WeChat is away or answers nonsense, the inbox has it and nothing is thrown', async () => {
    const person = somebody();
    await allow(person);
    expect(await sendTo(person, 'http://127.0.0.1:1')).toBe('FAILED');
    expect((await myNotices(setUp().deps, person, {})).unread).toBe(1);
  });

  test('when the same acceptance is sent again, it counts once; with other templates it is refused', async () => {
    const person = somebody();
    const { deps } = setUp();
    const opId = ids(county);
    await Promise.all([1, 2].map(() => grantMessageCredit(deps, person, { opId, templates: ['tpl.1'] })));
    expect(await left(person)).toBe(1);
    await expect(grantMessageCredit(deps, person, { opId, templates: ['tpl.2'] })).rejects.toMatchObject({
      type: 'op-id-reused',
    });
  });
});
