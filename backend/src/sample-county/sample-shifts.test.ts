import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import { addHours, addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { isOnDuty, newVolunteer, volunteerRepository } from '../features/volunteers';
import { derivedId } from '../platform/ids';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import type { SampleRoster } from './rosters';
import { beginSampleShift, sampleShifts, storeRosters } from './sample-shifts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const county = '141122';
const grid: AreaId = areaId('141122100201-g01');
/** Ten in the morning, in the second shift of the day; it ends at twelve. */
const morning = new Date('2022-04-18T02:00:00Z');
const noon = new Date('2022-04-18T04:00:00Z');
const evening = new Date('2022-04-18T10:00:00Z');

/** A volunteer off duty, with a roster or without one. */
async function aVolunteer(name: string, roster?: SampleRoster): Promise<string> {
  const person = derivedId(county, name);
  const who = newVolunteer({ person, county, area: grid, team: 'VETERAN', skills: [], ppe: 1 }, morning);
  await volunteerRepository(database.connection).addMany([who]);
  if (roster) await storeRosters(database.connection, [{ _id: person, county, roster }]);
  return person;
}

const begin = (at: Date) => beginSampleShift(database.connection, county, at);
const stored = async (person: string) => {
  const found = await volunteerRepository(database.connection).byId(county, person);
  if (!found) throw new Error('gone');
  return found;
};
const isThere = async (person: string, at: Date) => isOnDuty(await stored(person), at);
const set = (person: string, changed: object) =>
  database.connection.collection<{ _id: string }>('volunteers').updateOne({ _id: person }, { $set: changed });

test('a shift puts its crews on duty until it ends, and nobody else', async () => {
  const [works, rests, always] = [
    await aVolunteer('works', 'CREW_2'),
    await aVolunteer('rests', 'CREW_4'),
    await aVolunteer('always', 'EVERY_SHIFT'),
  ];
  const nobodys = await aVolunteer('nobodys');
  await begin(morning);
  expect((await stored(works)).duty).toMatchObject({ on: true, since: new Date('2022-04-17T22:00:00Z'), until: noon });
  expect([await isThere(rests, morning), await isThere(nobodys, morning)]).toEqual([false, false]);
  expect([await isThere(works, noon), await isThere(always, noon)]).toEqual([false, false]);
  await begin(evening);
  expect([await isThere(rests, evening), await isThere(always, evening)]).toEqual([true, true]);
  expect([await isThere(works, evening), await isThere(nobodys, evening)]).toEqual([false, false]);
});

test('data that is kept for weeks has people on duty at the next start', async () => {
  const [always, crew] = [await aVolunteer('kept', 'EVERY_SHIFT'), await aVolunteer('kept crew', 'CREW_2')];
  await begin(morning);
  const later = addHours(morning, 24 * 30);
  expect([await isThere(always, later), await isThere(crew, later)]).toEqual([false, false]);
  await begin(later);
  expect([await isThere(always, later), await isThere(crew, later)]).toEqual([true, true]);
});

test('who said until when stays so long, who is on hold stays at home, who went comes with the next shift', async () => {
  const [byHand, ill, gone] = [
    await aVolunteer('by hand', 'EVERY_SHIFT'),
    await aVolunteer('ill', 'EVERY_SHIFT'),
    await aVolunteer('gone', 'EVERY_SHIFT'),
  ];
  const until = addMinutes(noon, 90);
  await set(byHand, { duty: { on: true, since: morning, until, opId: derivedId(county, 'op') } });
  await set(ill, { healthHold: true });
  await begin(morning);
  await set(gone, { duty: { on: false, opId: derivedId(county, 'off') } });
  expect(await isThere(gone, morning)).toBe(false);
  await begin(noon);
  expect((await stored(byHand)).duty).toMatchObject({ until });
  expect([await isThere(ill, noon), (await stored(ill)).duty.on]).toEqual([false, false]);
  expect(await isThere(gone, noon)).toBe(true);
  await begin(evening);
  expect((await stored(byHand)).duty).toMatchObject({ since: evening });
});

test('while the server runs a shift begins by itself, and before the clock is put forward', async () => {
  const person = await aVolunteer('in the evening', 'CREW_4');
  let at = morning;
  const shifts = sampleShifts({ connection: database.connection, county, now: () => at, onError: fail });
  await shifts.start();
  try {
    expect(await isThere(person, morning)).toBe(false);
    at = evening;
    while (!(await isThere(person, evening))) await new Promise((resolve) => setImmediate(resolve));
    const weeksLater = addHours(evening, 24 * 21);
    await shifts.beginAt(weeksLater);
    expect(await isThere(person, weeksLater)).toBe(true);
  } finally {
    await shifts.stop();
  }
});

function fail(error: unknown): never {
  throw error;
}
