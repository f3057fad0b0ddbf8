import { aHousehold, aPerson } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { openNotices } from '.';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function tell(to: object, code = 'BOUGHT'): Promise<void> {
  const cause = { id: app.anId(), payload: { to, code, values: { bags: 2 } } };
  await openNotices(app.deps).deliver({ _id: app.anId(), county: testCounty }, cause);
}

async function aFamily() {
  const household = await aHousehold(app).saved();
  const member = await aPerson(app).livingIn(household).saved();
  const child = await aPerson(app).speakingFor(household).saved();
  return { household: household.id, token: await app.signIn(member), childToken: await app.signIn(child) };
}
const inbox = (token: string, query = '') => app.call('GET', `/notices${query}`, { token });
const read = (token: string, body: object) => app.call('POST', '/notices/read', { token, body });

test('when a household is told, its member and who speaks for it find it, and nobody else', async () => {
  const { household, token, childToken } = await aFamily();
  const stranger = await app.signIn(await aPerson(app).withRole('GRID_WORKER').saved());
  await tell({ household });
  for (const reader of [token, childToken]) {
    expect((await inbox(reader)).body).toMatchObject({ unread: 1, items: [{ code: 'BOUGHT', audience: 'HOUSEHOLD' }] });
  }
  expect((await inbox(stranger)).body).toEqual({ items: [], unread: 0 });
});

test('when one reader has read it, it stays unread for the other', async () => {
  const { household, token, childToken } = await aFamily();
  await tell({ household });
  const upTo = app.clock.now().toISOString();
  expect((await read(token, { opId: app.anId(), upTo })).body).toEqual({ unread: 0 });
  expect((await inbox(childToken)).body.unread).toBe(1);
});

test('when a credit is granted twice under one operation, it counts once', async () => {
  const { token } = await aFamily();
  const grant = (body: object) => app.call('POST', '/notices/credits', { token, body });
  const body = { opId: app.anId(), templates: ['tpl.1'] };
  expect([(await grant(body)).body, (await grant(body)).body]).toEqual([{ stored: 1 }, { stored: 1 }]);
  expect((await grant({ ...body, templates: ['tpl.2'] })).body.type).toMatch(/op-id-reused$/);
});

test.each([
  ['GET', '/notices'],
  ['POST', '/notices/read'],
  ['POST', '/notices/credits'],
])('%s %s is for people who are signed in', async (method, path) => {
  expect((await app.call(method, path, method === 'GET' ? {} : { body: {} })).status).toBe(401);
});

test.each([
  ['an instant that is none', '/notices/read', { upTo: 'yesterday' }],
  ['an operator for an instant', '/notices/read', { upTo: { $gt: '' } }],
  ['no template', '/notices/credits', { templates: [] }],
  ['a template without a name', '/notices/credits', { templates: [''] }],
  ['a template that is an operator', '/notices/credits', { templates: [{ $ne: '' }] }],
  ['a field that is not there', '/notices/read', { upTo: '2022-04-18T01:30:00Z', person: 'somebody else' }],
])('%s is refused', async (_what, path, body) => {
  const { token } = await aFamily();
  expect((await app.call('POST', path, { token, body: { opId: app.anId(), ...body } })).status).toBe(422);
});

test('when the place in the list is made up, the first page comes', async () => {
  const { household, token } = await aFamily();
  await tell({ household });
  expect((await inbox(token, '?after=99999999999999999999~x')).body.items).toHaveLength(1);
});
