import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { aPerson, testGrid } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { newVolunteer, volunteerRepository } from '.';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function aVolunteer(): Promise<string> {
  const person = await aPerson(app).withRole('VOLUNTEER').saved();
  const enrolment = { person: person.id, county: testCounty, area: areaId(testGrid), team: 'VETERAN' as const };
  await volunteerRepository(app.connection).addMany([
    newVolunteer({ ...enrolment, skills: [], ppe: 1 }, app.clock.now()),
  ]);
  return app.signIn(person);
}
const staff = async (role: 'GRID_LEADER' | 'GRID_WORKER', area = testGrid) =>
  app.signIn(await aPerson(app).withRole(role, area).saved());

const begin = (more: object = {}) => ({
  opId: app.anId(),
  occurredAt: app.clock.now().toISOString(),
  until: new Date(app.clock.now().getTime() + 4 * 60 * 60_000).toISOString(),
  temperatureTenths: 365,
  symptoms: false,
  ...more,
});
const goOn = (token: string | undefined, body: object) => app.call('POST', '/volunteers/me/on-duty', { token, body });
const me = (token?: string) => app.call('GET', '/volunteers/me', { token });
const onDuty = (token: string | undefined, query = '') => app.call('GET', `/volunteers/on-duty${query}`, { token });

test('when a volunteer begins duty, the leader of the grid sees it; ending it takes the name off the list', async () => {
  const [token, leader] = [await aVolunteer(), await staff('GRID_LEADER')];
  const body = begin();
  const began = await goOn(token, body);
  expect(began.body).toMatchObject({ onDuty: true, openSeats: 0, healthHold: false });
  expect((await goOn(token, body)).body).toEqual(began.body);
  expect((await me(token)).body.onDuty).toBe(true);
  expect((await onDuty(leader)).body.items).toMatchObject([{ team: 'VETERAN', area: testGrid, openSeats: 0 }]);
  const off = { opId: app.anId(), occurredAt: app.clock.now().toISOString() };
  const ended = await app.call('POST', '/volunteers/me/off-duty', { token, body: off });
  expect(ended.body.onDuty).toBe(false);
  expect((await onDuty(leader)).body.items).toEqual([]);
});

test('when the temperature is a fever, duty does not begin and a hold stays, however well one feels next', async () => {
  const token = await aVolunteer();
  expect((await goOn(token, begin({ temperatureTenths: 373 }))).body).toMatchObject({
    onDuty: false,
    healthHold: true,
  });
  expect((await goOn(token, begin())).body).toMatchObject({ onDuty: false, healthHold: true });
});

test('when the operation was used for other words, it is refused', async () => {
  const token = await aVolunteer();
  const body = begin();
  await goOn(token, body);
  expect((await goOn(token, { ...body, temperatureTenths: 371 })).body.type).toMatch(/op-id-reused$/);
});

test('when somebody has another role, another grid or none, the doors are shut', async () => {
  const resident = await app.signIn(await aPerson(app).saved());
  expect((await me(resident)).status).toBe(403);
  expect((await goOn(resident, begin())).status).toBe(403);
  expect((await onDuty(await aVolunteer())).status).toBe(403);
  expect((await onDuty(await staff('GRID_WORKER', `${testCounty}100201-g04`), `?area=${testGrid}`)).status).toBe(403);
  expect([(await me()).status, (await goOn(undefined, begin())).status, (await onDuty(undefined)).status]).toEqual([
    401, 401, 401,
  ]);
});

test('when a volunteer by role was never enrolled, there is no duty to begin', async () => {
  const token = await app.signIn(await aPerson(app).withRole('VOLUNTEER').saved());
  expect([(await me(token)).status, (await goOn(token, begin())).status]).toEqual([404, 404]);
});

test.each([
  ['a temperature of the dead', { temperatureTenths: 200 }],
  ['a temperature in words', { temperatureTenths: 'warm' }],
  ['an end in the past', { until: '2022-04-01T00:00:00Z' }],
  ['an operator', { until: { $gt: '' } }],
  ['a field that is not there', { healthHold: false }],
])('%s is refused', async (_what, more) => {
  expect((await goOn(await aVolunteer(), begin(more))).status).toBe(422);
});
