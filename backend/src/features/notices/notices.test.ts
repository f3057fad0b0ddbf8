import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { PersonActor } from '../../lifecycle';
import { idSource } from '../../platform/ids';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import {
  creditRepository,
  grantMessageCredit,
  myNotices,
  type NotifyDeps,
  noticeRepository,
  notify,
  readNotices,
  sendingTime,
} from '.';

// the machine may be busy with other tests
jest.setTimeout(30_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const county = '141122';
const ids = idSource();
const noon = new Date('2022-04-18T04:00:00Z');

function somebody(): PersonActor {
  return { personId: ids(county), county, grants: [], ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 0 };
}

function setUp(members: string[] = [], holders: string[] = []) {
  const notices = noticeRepository(database.connection);
  const credits = creditRepository(database.connection);
  const now = { value: noon };
  const deps: NotifyDeps = {
    notices,
    now: () => now.value,
    peopleOf: async () => members.map((person) => ({ person })),
    holdersOf: async () => holders,
    goesOut: () => true,
    isQuiet: async () => false,
  };
  return { deps: { ...deps, credits }, now };
}

describe('inbox', () => {
  test('when a record names somebody, that person is told as one of the household, and nobody else is', async () => {
    const [named, elder] = [somebody(), somebody()];
    const { deps } = setUp([elder.personId]);
    const cause = { id: ids(county), county, payload: { to: { party: named.personId }, code: 'RELEASED', values: {} } };
    await notify(deps, cause);
    const stored = await database.connection.collection('notices').find({ code: 'RELEASED' }).toArray();
    expect(stored).toMatchObject([{ person: named.personId, audience: 'HOUSEHOLD' }]);
    expect((await myNotices(deps, elder, {})).items).toEqual([]);
  });

  test('what is said anew every day counts once: the latest is new, also when it is delivered twice', async () => {
    const elder = somebody();
    const { deps, now } = setUp([elder.personId]);
    const [days, other] = [ids(county), ids(county)];
    const said = async (code: string, record: string, id = ids(county)) =>
      notify(deps, { id, county, payload: { to: { household: 'h' }, code, values: {}, record } });
    await said('REPORT_MISSING', days);
    await said('REPORT_MISSING', other);
    await said('CARRIER_FOUND', days);
    now.value = new Date(noon.getTime() + 24 * 3_600_000);
    const latest = ids(county);
    for (const minutes of [0, 5]) {
      now.value = new Date(now.value.getTime() + minutes * 60_000);
      await said('REPORT_MISSING', days, latest);
    }
    await said('CARRIER_FOUND', days);
    const { items, unread } = await myNotices(deps, elder, {});
    expect([items.length, unread]).toEqual([5, 4]);
    const daily = items.filter(({ code, record }) => code === 'REPORT_MISSING' && record === days);
    expect(daily.map(({ readAt }) => readAt !== undefined)).toEqual([false, true]);
  });

  test('when an entry is delivered twice, everybody it is for has one notice', async () => {
    const [elder, daughter, worker] = [somebody(), somebody(), somebody()];
    const { deps } = setUp([elder.personId, daughter.personId], [worker.personId]);
    const to = [
      { household: 'h' },
      { role: 'GRID_WORKER', area: areaId('141122100001-g01') },
      { person: elder.personId },
    ];
    const cause = { id: ids(county), county, payload: { to, code: 'delivery.bought', values: { bags: 2 } } };
    await notify(deps, cause);
    await notify(deps, cause);
    for (const person of [elder, daughter, worker]) {
      const inbox = await myNotices(deps, person, {});
      expect(inbox).toMatchObject({
        unread: 1,
        items: [{ code: 'delivery.bought', values: { bags: 2 }, urgent: false }],
      });
    }
  });

  test('when an inbox is long, it comes page by page, newest first, and reading marks up to an instant only', async () => {
    const person = somebody();
    const { deps, now } = setUp();
    for (let minute = 0; minute < 5; minute++) {
      now.value = new Date(noon.getTime() + minute * 60_000);
      await notify(deps, {
        id: `e${minute}`,
        county,
        payload: { to: { person: person.personId }, code: `code.${'abcde'[minute]}` },
      });
    }
    const first = await myNotices(deps, person, { limit: 3 });
    const second = await myNotices(deps, person, { limit: 3, after: first.next });
    expect([...first.items, ...second.items].map(({ code }) => code.slice(-1)).join('')).toBe('edcba');
    expect(second.next).toBeUndefined();
    const upTo = new Date(noon.getTime() + 2 * 60_000);
    expect(await readNotices(deps, person, upTo)).toEqual({ unread: 2 });
    expect(await readNotices(deps, person, upTo)).toEqual({ unread: 2 });
  });

  test('when a payload is no notice, it is refused for the outbox to park', async () => {
    const { deps } = setUp();
    await expect(notify(deps, { id: 'x', county, payload: { to: {}, code: 'x.y' } })).rejects.toThrow();
  });
});

test.each([
  ['2022-04-18T13:59:00Z', false, '2022-04-18T13:59:00Z'],
  ['2022-04-18T14:00:00Z', false, '2022-04-18T23:00:00Z'],
  ['2022-04-18T17:00:00Z', false, '2022-04-18T23:00:00Z'],
  ['2022-04-18T23:00:00Z', false, '2022-04-18T23:00:00Z'],
  ['2022-04-18T17:00:00Z', true, '2022-04-18T17:00:00Z'],
])('when it is %s and it may wake somebody: %s, it leaves at %s', (now, mayWake, expected) => {
  expect(sendingTime(new Date(now), mayWake)).toEqual(new Date(expected));
});

test.each([
  ['urgent, for a household', { household: 'h' }, { urgent: true }, 'in the morning'],
  [
    'urgent, for the grid',
    { role: 'GRID_WORKER', area: areaId('141122100001-g01') },
    { urgent: true },
    'in the morning',
  ],
  ['for a household whose life may be at risk', { household: 'h' }, { urgent: true, life: true }, 'at once'],
  ['urgent, for whoever carries it', { person: 'p' }, { urgent: true }, 'at once'],
  ['for whoever carries it, and can wait', { person: 'p' }, {}, 'in the morning'],
])('at one in the night a notice %s', async (_, to, more, when) => {
  const { deps, now } = setUp([ids(county)], [ids(county)]);
  now.value = new Date('2022-04-18T17:00:00Z');
  const id = ids(county);
  await notify(deps, { id, county, payload: { to, code: 'DROPPED', record: id, ...more } });
  const rows = await database.connection.collection('notices').find({ record: id }).toArray();
  const morning = new Date('2022-04-18T23:00:00Z');
  expect(rows).toMatchObject([{ sendDue: when === 'at once' ? now.value : morning }]);
});

test('when the same acceptance is sent again, it counts once; with other templates it is refused', async () => {
  const person = somebody();
  const { deps } = setUp();
  const opId = ids(county);
  await Promise.all([1, 2].map(() => grantMessageCredit(deps, person, { opId, templates: ['tpl.1'] })));
  expect(await deps.credits.left(person.personId, 'tpl.1')).toBe(1);
  await expect(grantMessageCredit(deps, person, { opId, templates: ['tpl.2'] })).rejects.toMatchObject({
    type: 'op-id-reused',
  });
});
