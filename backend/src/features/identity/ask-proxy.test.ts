import { aHousehold, aPerson, aPhone } from '../../testing/builders';
import { startTestApp, type TestApp } from '../../testing/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const post = (path: string, body: unknown, token?: string) => app.call('POST', path, { body, token });

async function motherAndChild() {
  const mother = await aPerson(app)
    .livingIn(await aHousehold(app).saved())
    .saved();
  const token = await app.signIn(await aPerson(app).saved());
  return { token, ask: { opId: app.anId(), householdPhone: mother.phone, relation: 'CHILD' } };
}
const textsTo = (phone: string) => app.texts.filter((text) => text.phone === phone).length;

test('when a request for consent is repeated, also at once, the answer is the same and one text goes out', async () => {
  const { token, ask } = await motherAndChild();
  const twins = await Promise.all([1, 2, 3].map(() => post('/proxies', ask, token)));
  app.clock.advance(30_000);
  const late = await post('/proxies', ask, token);
  expect(twins.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set([...twins, late].map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(textsTo(ask.householdPhone)).toBe(1);
  const confirm = { opId: app.anId(), householdPhone: ask.householdPhone, code: late.body.demoCode };
  expect((await post('/proxies/confirm', confirm, token)).status).toBe(200);
});

test('when an old request is repeated after a newer one, the newer code still counts', async () => {
  const { token, ask } = await motherAndChild();
  await post('/proxies', ask, token);
  const newer = await post('/proxies', { ...ask, opId: app.anId() }, token);
  await post('/proxies', ask, token);
  const confirm = { opId: app.anId(), householdPhone: ask.householdPhone, code: newer.body.demoCode };
  expect((await post('/proxies/confirm', confirm, token)).status).toBe(200);
});

test.each([
  ['another household', async () => ({ householdPhone: aPhone() })],
  ['another relation', async () => ({ relation: 'NEIGHBOUR' })],
])('when the operation was used for %s, it is refused', async (_what, change) => {
  const { token, ask } = await motherAndChild();
  await post('/proxies', ask, token);
  expect((await post('/proxies', { ...ask, ...(await change()) }, token)).body.type).toMatch(/op-id-reused$/);
});

test('when somebody else uses the operation, it is refused and the household hears nothing', async () => {
  const { token, ask } = await motherAndChild();
  await post('/proxies', ask, token);
  const stranger = await app.signIn(await aPerson(app).saved());
  expect((await post('/proxies', ask, stranger)).body.type).toMatch(/op-id-reused$/);
  expect(textsTo(ask.householdPhone)).toBe(1);
});
