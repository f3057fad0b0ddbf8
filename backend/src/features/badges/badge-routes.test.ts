import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { aHousehold, aPerson, testGrid } from '../../testing/builders';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { newVolunteer, volunteerRepository } from '../volunteers';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

async function aVolunteer(isOnDuty = true) {
  const person = await aPerson(app).named('孙小圣').withRole('VOLUNTEER').saved();
  const now = app.clock.now();
  const enrolment = { person: person.id, county: testCounty, area: areaId(testGrid), team: 'VETERAN' as const };
  const duty = isOnDuty ? { dutyUntil: new Date(now.getTime() + 8 * 60 * 60_000) } : {};
  await volunteerRepository(app.connection).addMany([newVolunteer({ ...enrolment, skills: [], ppe: 2, ...duty }, now)]);
  return app.signIn(person);
}
const aResident = async () =>
  app.signIn(
    await aPerson(app)
      .livingIn(await aHousehold(app).saved())
      .saved(),
  );
const mine = (token?: string) => app.call('GET', '/badges/mine', { token });
const check = (token: string | undefined, body: object) => app.call('POST', '/badges/check', { token, body });

test('when a volunteer on duty shows the badge, the resident reads who stands at the door', async () => {
  const { body: badge } = await mine(await aVolunteer());
  expect(badge).toMatchObject({ surname: '孙', showing: true, post: 'VOLUNTEER' });
  const resident = await aResident();
  const seen = { verdict: 'ON_DUTY', surname: '孙', forYou: false };
  expect((await check(resident, { digits: badge.digits })).body).toMatchObject(seen);
  expect((await check(resident, { qr: badge.qr })).body).toMatchObject(seen);
});

test('when the volunteer is off duty, nobody is known by the code', async () => {
  const { body: badge } = await mine(await aVolunteer(false));
  expect(badge.showing).toBe(false);
  expect((await check(await aResident(), { qr: badge.qr })).body).toEqual({ verdict: 'UNKNOWN' });
});

test('when somebody wears no badge or is not signed in, there is none', async () => {
  expect((await mine(await aResident())).status).toBe(403);
  expect((await mine()).status).toBe(401);
  expect((await check(undefined, { digits: '123456' })).status).toBe(401);
});

test.each([
  ['nothing', {}],
  ['five digits', { digits: '12345' }],
  ['an operator', { digits: { $gt: '' } }],
  ['a code as long as a book', { qr: 'x'.repeat(201) }],
  ['a field that is not there', { digits: '123456', person: 'x' }],
])('%s is refused', async (_what, body) => {
  expect((await check(await aResident(), body)).status).toBe(422);
});

test('a made-up square code is nobody’s', async () => {
  expect((await check(await aResident(), { qr: '../../etc/passwd' })).body).toEqual({ verdict: 'UNKNOWN' });
});
