import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { noticeCodes } from '@grid-relief/shared-types/notices/notice-codes';
import { pino } from 'pino';
import { aHousehold, aPerson, type SavedPerson } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { openids } from '../identity/openid.repository';
import { creditRepository, openNotices, sendingWorker, smsChannel, wechatChannel } from '.';
import { messageWords, wordsLimit } from './message-words';
import { noticeRepository } from './notice.repository';

jest.setTimeout(30_000);

interface Asked {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

let standIn: Server;
let app: TestApp;
let answers: number[] = [];
let tokenError = 0;
let tokensGiven = 0;
const asked: Asked[] = [];
const sends = () => asked.filter(({ path }) => path.startsWith('/cgi-bin/message/subscribe/send'));
const tokens = () => asked.filter(({ path }) => path === '/cgi-bin/stable_token');

function answerTo({ path }: Asked): object {
  if (path !== '/cgi-bin/stable_token') return { errcode: answers.shift() ?? 0, errmsg: '' };
  return tokenError ? { errcode: tokenError } : { access_token: `token-${++tokensGiven}`, expires_in: 7200 };
}

beforeAll(async () => {
  standIn = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const seen = { path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString()) };
      asked.push(seen);
      response.end(JSON.stringify(answerTo(seen)));
    });
  });
  await new Promise<void>((resolve) => standIn.listen(0, '127.0.0.1', resolve));
  app = await startTestApp({
    wechatUrl: `http://127.0.0.1:${(standIn.address() as AddressInfo).port}`,
    wechatTemplates: { BOUGHT: { id: 'tpl.1', fields: { thing1: 'TEXT', time2: 'TIME' } } },
    // the server's own worker would take notices away from the one under test
    openFeatures: async () => [],
  });
});
afterAll(async () => {
  await app.close();
  await new Promise((resolve) => standIn.close(resolve));
});
beforeEach(() => {
  answers = [];
  tokenError = 0;
  asked.length = 0;
});

/** A member of a household who signed in by WeChat and allowed some messages. */
async function aMember(credits: number): Promise<SavedPerson> {
  const household = await aHousehold(app).saved();
  const person = await aPerson(app).livingIn(household).saved();
  const known = openids(app.connection, app.deps.vault, testCounty);
  await known.save(person.id, testCounty, await known.seal(`openid-of-${person.id}`));
  for (let i = 0; i < credits; i++) {
    await creditRepository(app.connection).grant({
      county: testCounty,
      person: person.id,
      templates: ['tpl.1'],
      opId: app.anId(),
      inputHash: '',
    });
  }
  return person;
}

async function tell(person: SavedPerson, code = 'BOUGHT'): Promise<void> {
  const { deliver } = openNotices(app.deps);
  const payload = { to: { person: person.id }, code, values: { bags: 2 } };
  await deliver({ _id: app.anId(), county: testCounty }, { id: app.anId(), payload });
}

/** Sends what is due as two processes would, and answers what became of it. */
async function sendDue(): Promise<string[]> {
  const { messages } = app.deps.wechat;
  if (!messages) throw new Error('No templates are configured.');
  const credits = creditRepository(app.connection);
  const outcomes: string[] = [];
  const worker = sendingWorker({
    notices: noticeRepository(app.connection),
    channels: [
      smsChannel(app.deps.sms, async () => undefined),
      wechatChannel({ messages, credits, openidOf: app.deps.identity.openidOf }),
    ],
    ...{ now: app.clock.now, log: app.deps.log, isQuiet: async () => false },
    count: (channel, outcome) => {
      if (channel === 'wechat') outcomes.push(outcome);
    },
  });
  await Promise.all([worker.sendDue(), worker.sendDue()]);
  return outcomes;
}
const left = (person: SavedPerson) => creditRepository(app.connection).left(person.id, 'tpl.1');

test('when there is one credit, one message goes out and no second', async () => {
  const person = await aMember(1);
  await tell(person);
  expect(await sendDue()).toEqual(['SENT']);
  expect(sends().at(-1)?.body).toEqual({
    touser: `openid-of-${person.id}`,
    template_id: 'tpl.1',
    page: 'pages/inbox/index',
    data: { thing1: { value: '您的东西买好了' }, time2: { value: '2022-04-18 09:30' } },
  });
  await tell(person);
  expect(await sendDue()).toEqual(['NO_CREDIT']);
  expect(sends()).toHaveLength(1);
});

test('when many go out, one access token serves them all', async () => {
  const people = await Promise.all([aMember(1), aMember(1), aMember(1)]);
  for (const person of people) await tell(person);
  expect(await sendDue()).toEqual(['SENT', 'SENT', 'SENT']);
  expect(tokens().length).toBeLessThanOrEqual(1);
});

test('when the token has ended, a new one is asked for once', async () => {
  await tell(await aMember(1));
  answers = [42_001, 0];
  expect(await sendDue()).toEqual(['SENT']);
  expect(sends()).toHaveLength(2);
  expect(sends()[0]?.path).not.toBe(sends()[1]?.path);
});

test('when WeChat says 43101, the ledger is empty whatever it said before', async () => {
  const person = await aMember(3);
  await tell(person);
  answers = [43_101];
  expect(await sendDue()).toEqual(['NO_CREDIT']);
  expect(await left(person)).toBe(0);
});

test('when WeChat is busy, the message is tried again when its time has come, and the credit is not lost', async () => {
  const person = await aMember(1);
  await tell(person);
  answers = [-1];
  expect(await sendDue()).toEqual(['LATER']);
  expect(await left(person)).toBe(1);
  expect(await sendDue()).toEqual([]);
  app.clock.advance(60_000);
  expect(await sendDue()).toEqual(['SENT']);
  expect(await left(person)).toBe(0);
});

test('when WeChat stays busy, the fourth try is the last', async () => {
  await tell(await aMember(1));
  answers = [-1, -1, -1, -1, -1];
  const outcomes = await sendDue();
  for (let hour = 0; hour < 8; hour++) {
    app.clock.advance(60 * 60_000);
    outcomes.push(...(await sendDue()));
  }
  expect(outcomes).toEqual(['LATER', 'LATER', 'LATER', 'LATER']);
});

test('when a message is refused for good, it is not tried again', async () => {
  app.clock.advance(24 * 60 * 60_000 - 8 * 60 * 60_000); // back to the morning: nobody is written to at night
  await tell(await aMember(1));
  answers = [40_003];
  expect(await sendDue()).toEqual(['FAILED']);
  app.clock.advance(60 * 60_000);
  expect(await sendDue()).toEqual([]);
});

test('when WeChat gives no access token, nothing is sent, the credit stays and it is tried again', async () => {
  const fresh = await startTestApp({
    beside: app,
    openFeatures: async () => [],
    wechatUrl: `http://127.0.0.1:${(standIn.address() as AddressInfo).port}`,
    wechatTemplates: { BOUGHT: { id: 'tpl.1', fields: {} } },
  });
  try {
    tokenError = 40_125;
    const message = { openid: 'somebody', template: 'tpl.1', page: 'pages/inbox/index', data: {} };
    expect(await fresh.deps.wechat.messages?.send(message)).toBe('LATER');
    expect(sends()).toEqual([]);
    tokenError = 0;
    expect(await fresh.deps.wechat.messages?.send(message)).toBe('SENT');
  } finally {
    await fresh.close();
  }
});

test('when a code has no template or the person no WeChat, WeChat is not asked', async () => {
  await tell(await aMember(1), 'CARRIER_FOUND');
  const stranger = await aPerson(app).saved();
  await tell(stranger);
  expect(await sendDue()).toEqual(['NO_ADDRESS']);
  expect(sends()).toEqual([]);
});

test('what no channel is for waits for none: it is in the inbox, and nothing is due', async () => {
  const person = await aMember(1);
  await tell(person, 'CARRIER_FOUND');
  await tell(person);
  const stored = await app.connection.collection('notices').find({ person: person.id }).toArray();
  const waits = stored.map(({ code, sendDue: due }) => [code, due !== undefined]).sort();
  expect(waits).toEqual([
    ['BOUGHT', true],
    ['CARRIER_FOUND', false],
  ]);
});

test('what is urgent is due where texts can be sent', async () => {
  const { messages: _none, ...wechat } = app.deps.wechat;
  const { deliver } = openNotices({ ...app.deps, wechat });
  const person = await aMember(1);
  for (const urgent of [true, false]) {
    const payload = { to: { person: person.id }, code: urgent ? 'DOOR_OPENED' : 'BOUGHT', values: {}, urgent };
    await deliver({ _id: app.anId(), county: testCounty }, { id: app.anId(), payload });
  }
  const waiting = app.connection.collection('notices').find({ person: person.id, sendDue: { $exists: true } });
  expect((await waiting.toArray()).map(({ code }) => code)).toEqual(['DOOR_OPENED']);
});

test('without templates no channel is there, and the log says so', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => lines.push(line) });
  const without = await startTestApp({ beside: app, openFeatures: async () => [], log });
  try {
    expect(without.deps.wechat.messages).toBeUndefined();
    expect(lines.join('')).toContain('notices are in the app only');
  } finally {
    await without.close();
  }
});

test('no line says whose or where, and all fit into a field', () => {
  for (const code of Object.keys(noticeCodes)) {
    for (const audience of [undefined, 'HOUSEHOLD', 'CARRIER', 'GRID'] as const) {
      const line = messageWords(code, audience);
      expect([code, line.length > 0 && line.length <= wordsLimit, /[{}0-9]/.test(line)]).toEqual([code, true, false]);
    }
  }
});
