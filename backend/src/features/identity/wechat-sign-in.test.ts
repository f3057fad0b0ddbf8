import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aPerson, aPhone } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';

jest.setTimeout(30_000);

/** Answers as code2Session does: `good-<who>` is good once, the rest by what it says. */
let standIn: Server;
let app: TestApp;
const asked: URLSearchParams[] = [];
const used = new Set<string>();
const errors: Record<string, number> = { 'wrong-code': 40_029, 'too-often': 45_011, 'blocked-user': 40_226, busy: -1 };

function answerTo(code: string): object {
  if (code in errors) return { errcode: errors[code], errmsg: 'as documented' };
  if (used.has(code)) return { errcode: 40_163, errmsg: 'code been used' };
  used.add(code);
  return { openid: `openid-of-${code.slice(5)}`, session_key: 'never-kept' };
}

beforeAll(async () => {
  standIn = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
    if (pathname !== '/sns/jscode2session') return response.writeHead(404).end();
    asked.push(searchParams);
    const code = searchParams.get('js_code') ?? '';
    response.end(code === 'nonsense' ? '<html>gateway</html>' : JSON.stringify(answerTo(code)));
  });
  await new Promise<void>((resolve) => standIn.listen(0, '127.0.0.1', resolve));
  app = await startTestApp({ wechatUrl: `http://127.0.0.1:${(standIn.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await app.close();
  await new Promise((resolve) => standIn.close(resolve));
});

const device = 'a-phone-with-wechat';
const post = (path: string, body: unknown) => app.call('POST', path, { body });
const byWechat = (code: string) => post('/sign-in/wechat', { code, device });

async function bind(bindTicket: string, phone: string) {
  const { body } = await post('/sign-in/code', { phone });
  return post('/sign-in/wechat/bind', { bindTicket, phone, code: body.demoCode, device });
}

test('when a WeChat account is new, it is bound once by phone; from then on it signs in alone', async () => {
  const phone = aPhone();
  const first = await byWechat('good-li#1');
  expect(first.body).toEqual({ known: false, bindTicket: expect.any(String) });
  expect(Object.fromEntries(asked.at(-1) ?? [])).toMatchObject({ appid: 'test-app', secret: 'test-secret' });
  const bound = await bind(first.body.bindTicket, phone);
  expect(bound.status).toBe(200);
  used.delete('good-li#1');
  const again = await byWechat('good-li#1');
  expect(again.body).toMatchObject({ known: true, me: { person: bound.body.me.person } });
  const me = await app.call('GET', '/me', { token: again.body.tokens.accessToken });
  expect(me.body.phoneMasked).toBe(`****${phone.slice(-4)}`);
});

test('when a bound account is blocked, WeChat lets it in no more and says why', async () => {
  const first = await byWechat('good-qian#1');
  const { body: bound } = await bind(first.body.bindTicket, aPhone());
  const admin = await app.signIn(await aPerson(app).withRole('ADMIN', testCounty).saved());
  const block = { token: admin, body: { opId: app.anId(), blocked: true } };
  expect((await app.call('POST', `/people/${bound.me.person}/block`, block)).status).toBe(200);
  used.delete('good-qian#1');
  expect((await byWechat('good-qian#1')).body.type).toMatch(/account-blocked$/);
});

test('when it is bound, the openid lies sealed in the database and is known for messages', async () => {
  const { body } = await byWechat('good-wang');
  const { body: bound } = await bind(body.bindTicket, aPhone());
  const { person, county } = bound.me;
  expect(await app.deps.identity.openidOf(county, person)).toBe('openid-of-wang');
  for (const { name } of (await app.connection.db?.listCollections().toArray()) ?? []) {
    const stored = JSON.stringify(await app.connection.collection(name).find().toArray());
    expect([name, stored.includes('openid-of-wang'), stored.includes('never-kept')]).toEqual([name, false, false]);
  }
  expect(Buffer.from(body.bindTicket.split('.')[1], 'base64url').toString()).not.toContain('openid-of-wang');
});

test('when the WeChat account is somebody else’s already, a second phone does not get it', async () => {
  const { body } = await byWechat('good-zhao');
  const first = await bind(body.bindTicket, aPhone());
  const second = await bind(body.bindTicket, aPhone());
  expect(second.body.type).toMatch(/already-open$/);
  expect(await app.deps.identity.openidOf(first.body.me.county, first.body.me.person)).toBe('openid-of-zhao');
});

test.each([
  ['a wrong code', 'wrong-code', /code-wrong$/],
  ['a code used before', 'good-li#1', /code-wrong$/],
  ['too many questions', 'too-often', /too-many-requests$/],
  ['a user WeChat blocked', 'blocked-user', /unavailable$/],
  ['a busy WeChat', 'busy', /unavailable$/],
  ['an answer that is no answer', 'nonsense', /unavailable$/],
])('%s is refused in our own words', async (_what, code, type) => {
  expect((await byWechat(code)).body.type).toMatch(type);
});

test('when a bind ticket is made up, too old or an access token, it proves nothing', async () => {
  const phone = aPhone();
  expect((await bind('made.up.ticket', phone)).body.type).toMatch(/code-wrong$/);
  const { body } = await byWechat('good-qian');
  const { body: bound } = await bind(body.bindTicket, phone);
  expect((await bind(bound.tokens.accessToken, phone)).body.type).toMatch(/code-wrong$/);
  app.clock.advance(11 * 60_000);
  expect((await bind(body.bindTicket, phone)).body.type).toMatch(/code-wrong$/);
});

test('without WeChat credentials the way is closed and says so', async () => {
  const without = await startTestApp({ beside: app });
  try {
    const { status, body } = await without.call('POST', '/sign-in/wechat', { body: { code: 'good-sun', device } });
    expect([status, body.type]).toEqual([503, expect.stringMatching(/unavailable$/)]);
  } finally {
    await without.close();
  }
});
