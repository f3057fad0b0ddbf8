import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Endpoint, endpoint } from '@grid-relief/shared-types/contract';
import * as z from '@grid-relief/shared-types/zod';
import { aPerson } from '../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../testing/test-app';
import { requireAllMounted, routerOf } from './dispatch';
import { broken, echo } from './echo.fixture';
import { instanceHeader } from './health';
import { mount, mountPublic } from './mount';
import { openapi } from './openapi';
import { urgencyOf } from './overload';
import { bytesAnswer } from './request';

const forAdmins = endpoint({
  name: 'forAdmins',
  method: 'GET',
  path: '/admins/{id}',
  access: { roles: ['ADMIN'] },
  params: z.strictObject({ id: z.string() }),
  response: z.object({ id: z.string() }),
  summary: 'For administrators.',
});
const raw = endpoint({
  name: 'raw',
  method: 'PUT',
  path: '/raw',
  access: 'signedIn',
  accepts: ['image/png'],
  answers: ['image/png'],
  body: z.unknown(),
  response: z.unknown(),
  summary: 'Bytes in, bytes out.',
});
let app: TestApp;
let folder: string;
let delayMs = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'web-build-'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>网格保供</title>');
  await writeFile(path.join(folder, 'app.1a2b3c4d.js'), 'x'.repeat(3000));
  app = await startTestApp({
    loopDelay: { current: () => delayMs, stop: () => undefined },
    web: { staticDir: folder, allowedOrigins: ['https://board.example'], instance: 'the-first' },
    openFeatures: async () => [
      {
        routes: [
          mountPublic(echo, ({ body }) => body),
          mount(forAdmins, ({ params }) => params),
          // the dispatcher hands a RawBody to an endpoint that accepts bytes
          mount(raw, ({ body }) => bytesAnswer('image/png', (body as { bytes: Buffer }).bytes), { bodyLimit: 1000 }),
        ],
      },
    ],
  });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const send = (body: string, headers: Record<string, string> = {}) => app.call('POST', '/echo', { body, headers });

describe('bodies', () => {
  test.each([
    ['broken JSON', '{"text":', {}, 400, 'malformed-body'],
    ['a bare word', '"text"', {}, 400, 'malformed-body'],
    ['a prototype', '{"__proto__":{"a":1},"text":"x"}', {}, 400, 'malformed-body'],
    [
      'another kind of content',
      'text=x',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'unsupported-media',
    ],
    ['too much', `{"text":"${'x'.repeat(300_000)}"}`, {}, 413, 'body-too-large'],
    ['an unknown field', '{"text":"x","more":1}', {}, 422, 'invalid-input'],
    ['an operator in place of a value', '{"text":{"$ne":null}}', {}, 422, 'invalid-input'],
  ])('%s is refused', async (_what, body, headers, status, type) => {
    const answer = await send(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ type: `${app.url}/problems/${type}`, status, title: expect.any(String) });
    expect(answer.body.instance).toBe(answer.headers.get('x-request-id'));
    expect(JSON.stringify(answer.body)).not.toContain(' at ');
  });

  test('bytes are taken only in the kinds and sizes the route names', async () => {
    const token = await app.signIn(await aPerson(app).saved());
    const put = (type: string, size: number) =>
      app.call('PUT', '/raw', { token, body: 'x'.repeat(size), headers: { 'content-type': type } });
    expect(await put('image/png', 10)).toMatchObject({ status: 200, body: 'x'.repeat(10) });
    expect((await put('image/png', 1001)).status).toBe(413);
    expect((await put('text/html', 10)).status).toBe(415);
  });
});

describe('addresses', () => {
  test('a wrong method names the right one, an unknown address says so', async () => {
    const wrong = await app.call('GET', '/echo');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await app.call('GET', '/nowhere')).body.type).toMatch(/no-such-route$/);
  });

  test('a role decides before the input is looked at', async () => {
    const resident = await app.signIn(await aPerson(app).saved());
    const admin = await app.signIn(await aPerson(app).withRole('ADMIN', testCounty).saved());
    const past = await aPerson(app)
      .withRole('ADMIN', testCounty, { until: new Date('2022-04-01') })
      .saved();
    expect((await app.call('GET', '/admins/a?x=1', { token: resident })).status).toBe(403);
    expect((await app.call('GET', '/admins/a', { token: await app.signIn(past) })).status).toBe(403);
    expect((await app.call('GET', '/admins/a', { token: admin })).body).toEqual({ id: 'a' });
    expect((await app.call('GET', '/admins/a?x=1', { token: admin })).body.errors[0].pointer).toBe('/query/x');
  });

  test('the type of a problem can be opened', async () => {
    const { body } = await app.call('GET', '/nowhere');
    expect(await (await fetch(body.type)).json()).toEqual({
      slug: 'no-such-route',
      status: 404,
      title: 'No such address',
    });
  });
});

test('under load lists go first, sign-ins and orders next, actions on a record last; health always answers', async () => {
  delayMs = 150;
  const shed = await app.call('POST', '/echo', { body: { text: 'x' } });
  const health = await fetch(`${app.url}/health/live`);
  delayMs = 0;
  expect([shed.status, shed.headers.get('retry-after'), health.status]).toEqual([503, '3', 200]);
  expect(urgencyOf('GET', '/api/v1/households')).toBe('lists');
  expect(urgencyOf('GET', '/api/v1/sensor-alerts')).toBe('urgent');
  expect(urgencyOf('GET', '/api/v1/sensor-alerts/141122-01g0xxxxxx0123456789abcdef')).toBe('urgent');
  expect(urgencyOf('POST', '/api/v1/deliveries')).toBe('ordinary');
  expect(urgencyOf('POST', '/api/v1/deliveries/141122-01g0xxxxxx0123456789abcdef/claim')).toBe('urgent');
});

describe('at the start', () => {
  const options = { authenticate: () => Promise.reject(new Error()), checkAnswers: false };
  test('an endpoint mounted twice, or without an access rule, or declared and not mounted, stops it', () => {
    const route = mountPublic(echo, ({ body }) => body);
    expect(() => routerOf([route, route], options)).toThrow('mounted twice');
    const open = { ...route, endpoint: { ...echo, access: undefined as never } };
    expect(() => routerOf([open], options)).toThrow('says nothing about who may call it');
    expect(() => requireAllMounted([echo, broken], [route])).toThrow('broken');
    // as a feature author might by mistake
    expect(() => mount(echo as Endpoint, () => undefined)).toThrow('mountPublic');
  });
});

describe('the web build and the description', () => {
  test('screens get the page, hashed files are kept for ever, nothing else is served', async () => {
    const page = await fetch(`${app.url}/pages/order/list`);
    expect(await page.text()).toContain('网格保供');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const script = await fetch(`${app.url}/app.1a2b3c4d.js`);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-encoding')).toBeTruthy();
    for (const sly of ['/..%2f..%2fetc/passwd', '/%2e%2e/package.json', '/.env']) {
      expect((await (await fetch(app.url + sly)).text()).includes('root:')).toBe(false);
    }
    expect((await fetch(`${app.url}/missing.js`)).status).toBe(404);
  });

  test('data may not be shown as a page, and no answer goes without its security headers, refusals included', async () => {
    for (const path of ['/api/v1/echo', '/api/v1/unknown', '/pages/order/list', '/missing.js', '/health/live']) {
      const { headers } = await fetch(app.url + path);
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect([path, headers.get('referrer-policy')]).toEqual([path, 'no-referrer']);
      const isData = path.startsWith('/api/');
      expect(headers.get('content-security-policy')?.includes("frame-ancestors 'none'")).toBe(true);
      expect([path, headers.get('content-security-policy')?.includes('script-src')]).toEqual([path, !isData]);
    }
  });

  test('the API description is complete and its page runs under the policy', async () => {
    const document = openapi([echo, forAdmins, raw]);
    expect(document).toMatchObject({
      openapi: '3.1.0',
      paths: { '/echo': { post: { operationId: 'echo', security: [] } } },
    });
    expect(JSON.stringify(document)).toContain('"additionalProperties":false');
    expect(openapi([raw, forAdmins, echo])).toEqual(document);
    const page = await fetch(`${app.url}/api/docs/`);
    expect(await page.text()).not.toMatch(/<script>[^<]/);
    expect((await fetch(`${app.url}/api/docs/swagger-ui-bundle.js`)).status).toBe(200);
    expect((await fetch(`${app.url}/api/v1/openapi.json`)).status).toBe(200);
  });

  test('only named origins may call from another page', async () => {
    const from = (origin: string) => send('{"text":"x"}', { origin });
    expect((await from('https://board.example')).headers.get('access-control-allow-origin')).toBe(
      'https://board.example',
    );
    expect((await from('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('health tells what works; figures are by pattern and for this machine', async () => {
  const ready = await fetch(`${app.url}/health/ready`);
  expect(await ready.json()).toEqual({ database: true, indexes: true, keys: true });
  // whoever has started it knows it by this, and nobody else is told
  expect(ready.headers.get(instanceHeader)).toBe('the-first');
  expect((await fetch(`${app.url}/api/v1/unknown`)).headers.has(instanceHeader)).toBe(false);
  const figures = await (await fetch(`${app.url}/metrics`)).text();
  expect(figures).toContain('route="/api/v1/admins/{id}"');
  expect((await fetch(`${app.url}/metrics`, { headers: { 'x-forwarded-for': '8.8.8.8' } })).status).toBe(404);
});

test('a caller that hangs up in the middle harms nobody', async () => {
  const { port } = new URL(app.url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        'POST /api/v1/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"te',
      );
      socket.destroy();
    }).on('close', () => resolve());
  });
  expect((await send('{"text":"x"}')).status).toBe(200);
});
