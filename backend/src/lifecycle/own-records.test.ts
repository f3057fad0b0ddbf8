import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { ownRecords } from './own-records';
import { type Records, recordsIn } from './records';
import type { Tracked } from './tracked';

const county = '141122';
const kind = 'crate';
let database: TestDatabase;
let records: Records<Tracked>;
/** What the database was asked. */
let asked: object[];

beforeAll(async () => {
  database = await openTestDatabase();
  const stored = recordsIn<Tracked>(database.connection.collection('crates'));
  records = new Proxy(stored, {
    get: (of, name) =>
      name === 'find' ? (filter: object) => asked.push(filter) && of.find(filter) : Reflect.get(of, name),
  });
  const all = [
    { _id: 'named', parties: ['me'] },
    { _id: 'home', household: 'h1' },
    { _id: 'both', household: 'h1', parties: ['me'] },
    { _id: 'spoken for', household: 'h2' },
    { _id: 'of others', household: 'h3', parties: ['you'] },
    { _id: 'of another kind', household: 'h1', kind: 'barrel' },
    { _id: 'of another county', household: 'h1', county: '999999' },
  ];
  await stored.insertMany(all.map((one) => ({ county, kind, ...one })) as never[]); // as much of a record as is asked for
});
afterAll(() => database.close());
beforeEach(() => {
  asked = [];
});

const own = async (households: readonly string[], atMost = 10) =>
  (await ownRecords(records, { county, kind }, { person: 'me', households }, atMost)).map(({ _id }) => _id).sort();

test('what names somebody and what is of their homes, each once, and nothing of anybody else', async () => {
  expect(await own(['h1', 'h2'])).toEqual(['both', 'home', 'named', 'spoken for']);
});

test('of somebody without a home nothing is asked but what names them', async () => {
  expect(await own([])).toEqual(['both', 'named']);
  expect(asked).toEqual([{ county, kind, parties: 'me' }]);
});

test('no more than so many of either', async () => {
  expect(await own(['h2'], 1)).toHaveLength(2);
});
