import mongoose from 'mongoose';
import { aPerson, aPhone } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { app, post, signInByPhone, startTheApp } from './testing/sign-in-scene';

jest.setTimeout(30_000);

let second: TestApp;
// before the one beside which it runs
afterAll(() => second.close());
startTheApp();
beforeAll(async () => {
  second = await startTestApp({ beside: app });
});

async function signIn(phone: string, device: string) {
  const { body } = await signInByPhone(phone, device);
  return { access: body.tokens.accessToken as string, refresh: body.tokens.refreshToken as string, device };
}

const statusAt = async (at: TestApp, token: string) => (await at.call('GET', '/me', { token })).status;

/** How long another process still takes the token, in milliseconds. */
async function outAfter(token: string): Promise<number> {
  const from = Date.now();
  while ((await statusAt(second, token)) === 200 && Date.now() - from < 3_000) await new Promise(setImmediate);
  return Date.now() - from;
}

test('when one device signs out, its access token is refused at once here and within a second elsewhere', async () => {
  const phone = aPhone();
  const [kept, left] = [await signIn(phone, 'the-phone-kept'), await signIn(phone, 'the-phone-left')];
  expect([await statusAt(second, left.access), await statusAt(second, kept.access)]).toEqual([200, 200]);
  expect((await post('/sign-out', { device: left.device }, left.access)).status).toBe(200);
  expect(await statusAt(app, left.access)).toBe(401);
  expect(await outAfter(left.access)).toBeLessThanOrEqual(1_000);
  expect([await statusAt(app, kept.access), await statusAt(second, kept.access)]).toEqual([200, 200]);
});

/** The questions that a piece of work puts to the database, besides the poll for changed accounts. */
async function questionsOf(work: () => Promise<unknown>): Promise<string[]> {
  const questions: string[] = [];
  mongoose.set('debug', (collection: string, method: string, filter: unknown) => {
    if (!JSON.stringify(filter).includes('changedAt')) questions.push(`${collection}.${method}`);
  });
  try {
    await work();
  } finally {
    mongoose.set('debug', false);
  }
  return questions;
}

test('when a token is checked, no question goes to the database', async () => {
  const { access } = await signIn(aPhone(), 'a-quiet-phone');
  const person = (await app.call('GET', '/me', { token: access })).body.person;
  expect(await questionsOf(() => app.deps.identity.authenticate(access))).toEqual([]);
  // the control: a question is seen where there is one
  expect(await questionsOf(() => app.deps.identity.openidOf(testCounty, person))).toEqual(['people.findOne']);
});

test('when a used refresh token comes again, the access token of its family is refused too', async () => {
  const { access, refresh, device } = await signIn(aPhone(), 'a-copied-phone');
  const next = await post('/sign-in/refresh', { refreshToken: refresh, device });
  await post('/sign-in/refresh', { refreshToken: next.body.tokens.refreshToken, device });
  expect(await statusAt(app, next.body.tokens.accessToken)).toBe(200);
  expect((await post('/sign-in/refresh', { refreshToken: refresh, device })).status).toBe(401);
  expect([await statusAt(app, access), await statusAt(app, next.body.tokens.accessToken)]).toEqual([401, 401]);
});

test('when a grant is ended, the next request for it is refused, within a second in another process', async () => {
  const worker = await aPerson(app).withRole('GRID_WORKER').saved();
  const admin = await app.signIn(await aPerson(app).withRole('ADMIN', testCounty).saved());
  const token = await app.signIn(worker);
  const listAt = async (at: TestApp) => (await at.call('POST', '/households/find', { token, body: {} })).status;
  expect([await listAt(app), await listAt(second)]).toEqual([200, 200]);
  const body = { opId: app.anId(), role: 'GRID_WORKER', area: `${testCounty}100201-g03` };
  expect((await post(`/people/${worker.id}/end-grant`, body, admin)).status).toBe(200);
  expect(await listAt(app)).toBe(403);
  const from = Date.now();
  while ((await listAt(second)) === 200 && Date.now() - from < 3_000);
  expect(Date.now() - from).toBeLessThanOrEqual(1_000);
});
