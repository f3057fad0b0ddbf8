import { LiveMessage } from '@grid-relief/shared-types/live/live.schema';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { WebSocket } from 'ws';
import { aPerson, testGrid } from '../../testing/builders';
import { startTestApp, type TestApp } from '../../testing/test-app';
import { announce, announcementRepository, livePath } from '.';

jest.setTimeout(30_000);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** A socket of the real server; `next` is its next message. */
async function aSocket(hello: object | string) {
  const socket = new WebSocket(`${app.url.replace('http', 'ws')}${livePath}`);
  const messages: LiveMessage[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (data) => {
    messages.push(LiveMessage.parse(JSON.parse(String(data))));
    waiting.shift()?.();
  });
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.send(typeof hello === 'string' ? hello : JSON.stringify(hello));
  const next = async (): Promise<LiveMessage | undefined> => {
    if (messages.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    return messages.shift();
  };
  return { socket, next, closed };
}

test('when a signed token says hello, the socket is ready and tells of records of the own grid, never of content', async () => {
  const token = await app.signIn(await aPerson(app).withRole('GRID_WORKER').saved());
  const { socket, next } = await aSocket({ type: 'hello', token });
  expect(await next()).toMatchObject({ type: 'ready' });
  const record = app.anId();
  const scope = scopeOf(areaId(testGrid));
  const payload = { record, kind: 'DELIVERY', revision: 4, scope, people: [] };
  await announce(announcementRepository(app.connection), [{ county: record.slice(0, 6), payload }], new Date());
  expect(await next()).toEqual({ type: 'changed', record, kind: 'DELIVERY', revision: 4, mark: expect.any(String) });
  socket.close();
});

test('when the role that let one hear ends, the socket ends with the reason', async () => {
  const worker = await aPerson(app).withRole('GRID_WORKER').saved();
  const leader = await app.signIn(await aPerson(app).withRole('GRID_LEADER').saved());
  const { next, closed } = await aSocket({ type: 'hello', token: await app.signIn(worker) });
  expect(await next()).toMatchObject({ type: 'ready' });
  const body = { opId: app.anId(), role: 'GRID_WORKER', area: testGrid };
  expect((await app.call('POST', `/people/${worker.id}/end-grant`, { token: leader, body })).status).toBe(200);
  expect(await next()).toEqual({ type: 'bye', why: 'GRANTS_CHANGED' });
  await closed;
});

test.each([
  ['a made-up token', { type: 'hello', token: 'x.y.z' }, 'TOKEN_ENDED'],
  ['no greeting', { type: 'subscribe', topic: '#' }, 'BAD_HELLO'],
  ['a field that is not there', { type: 'hello', token: 'x', person: 'y' }, 'BAD_HELLO'],
  ['an operator for a token', { type: 'hello', token: { $ne: '' } }, 'BAD_HELLO'],
  ['what is no JSON', 'GET / HTTP/1.1', 'BAD_HELLO'],
])('%s is sent away', async (_what, hello, why) => {
  const { next, closed } = await aSocket(hello);
  expect(await next()).toEqual({ type: 'bye', why });
  await closed;
});

test('when a resident asks for areas, none is heard: only the own records are', async () => {
  const token = await app.signIn(await aPerson(app).saved());
  const { socket, next } = await aSocket({ type: 'hello', token, areas: [testGrid] });
  expect(await next()).toMatchObject({ type: 'ready' });
  const scope = scopeOf(areaId(testGrid));
  const record = app.anId();
  const payload = { record, kind: 'DELIVERY', revision: 1, scope, people: [] };
  await announce(announcementRepository(app.connection), [{ county: record.slice(0, 6), payload }], new Date());
  const silence = new Promise((resolve) => setTimeout(() => resolve('silence'), 1_000));
  expect(await Promise.race([next(), silence])).toBe('silence');
  socket.close();
});
