import { createSecretKey } from 'node:crypto';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import { rateLimit } from '../../http/rate-limit';
import type { PersonActor } from '../../lifecycle';
import { idSource } from '../../platform/ids';
import { type BadgeDeps, checkBadge, myBadge } from '.';
import { digitsOf, minuteOf } from './badge-code';

// the machine may be busy with other tests
jest.setTimeout(30_000);

const county = '141122';
const town = areaId('141122100');
const ids = idSource();
const now = new Date('2022-04-18T02:00:30Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const key = createSecretKey(Buffer.alloc(32, 5));

function somebody(more: Partial<PersonActor> = {}): PersonActor {
  return {
    personId: ids(county),
    county,
    grants: [],
    ownHouseholds: [],
    proxyHouseholds: [],
    skills: [],
    ppe: 0,
    ...more,
  };
}
const aVolunteer = () => somebody({ grants: [{ role: 'VOLUNTEER', area: town, team: 'VETERAN' }] });
const elder = somebody({ ownHouseholds: ['h1'] });

function setUp(volunteers: readonly PersonActor[], onDuty: readonly PersonActor[], holder?: PersonActor): BadgeDeps {
  const duties = onDuty.map(({ personId }) => ({
    person: personId,
    team: 'VETERAN' as const,
    dutyUntil: later(7_200),
  }));
  const limit = rateLimit({ points: 10, seconds: 60 });
  return {
    key,
    dutyOf: async (_county, person) => duties.find((duty) => duty.person === person),
    onDutyIn: async () => duties,
    staffIn: async () => [],
    nameOf: async () => '郭建军',
    actorOf: async (person) => volunteers.find(({ personId }) => personId === person),
    homesOf: async () => [areaId('141122100001-g01-b01')],
    holdsFor: async (_county, person, households) => person === holder?.personId && households.includes('h1'),
    countCheck: limit.count,
  };
}

test('when the badge is looked at within two minutes, by digits or square code, it says who stands there', async () => {
  const volunteer = aVolunteer();
  const deps = setUp([volunteer], [volunteer], volunteer);
  const badge = await myBadge(deps, volunteer, now);
  expect(badge).toMatchObject({ surname: '郭', team: 'VETERAN', post: 'VOLUNTEER', showing: true });
  expect(badge.rotatesAt).toBe('2022-04-18T02:01:00.000Z');
  const known = { verdict: 'ON_DUTY', surname: '郭', team: 'VETERAN', post: 'VOLUNTEER', forYou: true };
  for (const at of [now, later(60)]) {
    expect(await checkBadge(deps, elder, { digits: badge.digits }, at)).toEqual(known);
    expect(await checkBadge(deps, elder, { qr: badge.qr }, at)).toEqual(known);
  }
  const neighbour = somebody({ ownHouseholds: ['h2'] });
  expect(await checkBadge(deps, neighbour, { qr: badge.qr }, now)).toMatchObject({ forYou: false });
});

test('when a screenshot is two minutes old, nobody is known by it', async () => {
  const volunteer = aVolunteer();
  const deps = setUp([volunteer], [volunteer]);
  const { digits, qr } = await myBadge(deps, volunteer, now);
  for (const shown of [{ digits }, { qr }]) {
    expect(await checkBadge(deps, elder, shown, later(120))).toEqual({ verdict: 'UNKNOWN' });
  }
});

test('when the duty has ended, the code is changed or made up, nobody is known', async () => {
  const volunteer = aVolunteer();
  const { digits, qr } = await myBadge(setUp([volunteer], [volunteer]), volunteer, now);
  const offDuty = setUp([volunteer], []);
  expect((await myBadge(offDuty, volunteer, now)).showing).toBe(false);
  const other = qr.replace(volunteer.personId, aVolunteer().personId);
  for (const shown of [{ digits }, { qr }, { qr: other }, { qr: 'GR1.x.y.z' }, { qr: '' }]) {
    expect(await checkBadge(offDuty, elder, shown, now)).toEqual({ verdict: 'UNKNOWN' });
  }
  expect(await checkBadge(setUp([volunteer], [volunteer]), elder, { qr: other }, now)).toEqual({ verdict: 'UNKNOWN' });
});

/** Two ids whose digits are the same in this minute: some 1,200 ids hold such a pair on average. */
function twins(): [PersonActor, PersonActor] {
  const seen = new Map<string, PersonActor>();
  for (;;) {
    const person = aVolunteer();
    const digits = digitsOf(key, person.personId, minuteOf(now));
    const twin = seen.get(digits);
    if (twin) return [twin, person];
    seen.set(digits, person);
  }
}

test('when two on duty show the same digits, only one who holds work for the household counts', async () => {
  const [first, second] = twins();
  const { digits } = await myBadge(setUp([first], [first]), first, now);
  const deps = setUp([first, second], [first, second]);
  expect(await checkBadge(deps, elder, { digits }, now)).toEqual({ verdict: 'UNKNOWN' });
  const held = setUp([first, second], [first, second], second);
  expect(await checkBadge(held, elder, { digits }, now)).toMatchObject({ verdict: 'ON_DUTY', forYou: true });
});

test('when somebody guesses on and on, it is refused', async () => {
  const deps = setUp([], []);
  for (let guess = 0; guess < 10; guess++) await checkBadge(deps, elder, { digits: '000000' }, now);
  await expect(checkBadge(deps, elder, { digits: '000000' }, now)).rejects.toMatchObject({ type: 'too-many-requests' });
});

test('when neither digits nor a square code are given, the field is named', async () => {
  await expect(checkBadge(setUp([], []), elder, {}, now)).rejects.toMatchObject({ type: 'invalid-input' });
});
