import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord, recordsIn, type Tracked } from '../lifecycle';
import { crate, operation, person } from '../lifecycle/crate.fixture';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { namePartiesAbout, nameParty, stepsOf } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const county = '141122';
const area = areaId('141122100201');
const now = new Date('2022-04-18T01:00:00Z');
const kind = { collection: 'crates', kind: 'crate', machine: crate };
const { personId } = person(1);
const emit = [{ kind: 'told' }];

const crates = () => recordsIn<Tracked>(database.connection.collection('crates'));

async function saved(state: string, more: object = {}): Promise<Tracked> {
  const beginning = { _id: operation(), county, kind: 'crate', state, area, scope: scopeOf(area), ...more };
  const record = beginRecord(beginning, [], now);
  await crates().insertOne(record);
  return record;
}
const stored = async ({ _id }: Tracked) => {
  const found = await crates().findOne({ _id });
  if (!found) throw new Error('gone');
  return found;
};
const name = (record: Tracked, who = personId) =>
  nameParty(database.connection, kind, record, { person: who, now, emit });

describe('somebody who is named later', () => {
  test('is a party from then on, in a state that stays, and is told once, however often', async () => {
    const record = await saved('HELD', { parties: ['somebody'] });
    await Promise.all([name(record), name(record), name(record)]);
    await name(record);
    const after = await stored(record);
    expect(after).toMatchObject({ state: 'HELD', enteredBy: record.enteredBy, revision: 1 });
    expect(after.parties).toEqual(['somebody', personId]);
    expect(after.outbox.map((entry) => entry.kind)).toEqual(['told']);
    expect(after.history).toMatchObject([{ action: 'nameParty', by: 'SYSTEM' }]);
    // of the thing itself nothing has happened
    expect(stepsOf(after.history)).toEqual([]);
  });

  test.each([
    ['was a party from the beginning', 'HELD', { parties: [personId] }],
    ['comes when it is over', 'DONE', {}],
  ])('is nobody who %s', async (_, state, more) => {
    const record = await saved(state, more);
    expect(await name(record)).toBe(false);
    expect(await stored(record)).toEqual(record);
  });

  test('is named by what is open and about the same, and by nothing else', async () => {
    const about = operation();
    const [open, over, other] = [
      await saved('HELD', { about }),
      await saved('DONE', { about }),
      await saved('HELD', { about: operation() }),
    ];
    const parties = [personId, 'another'];
    const found = await namePartiesAbout(database.connection, kind, { county, about: [about], parties, now });
    expect(found).toEqual([open._id]);
    expect((await stored(open)).parties).toEqual(parties);
    for (const one of [over, other]) expect((await stored(one)).parties).toBeUndefined();
  });
});
