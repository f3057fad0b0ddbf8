import fc from 'fast-check';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { headFirst } from './head-first';
import { indexPlan, type PlannedIndex } from './index-plan';
import { servedByIndex } from './served-by-index';

const where = (field: string) => ({ partialFilterExpression: { [field]: { $exists: true } } });
const indexes: readonly PlannedIndex[] = [
  { key: { county: 1, scope: 1, kind: 1, state: 1 } },
  { key: { county: 1, home: 1, kind: 1 }, ...where('home') },
  { key: { county: 1, person: 1, unread: 1, record: 1 }, partialFilterExpression: { unread: true } },
  { key: { county: 1, place: '2dsphere' } },
];
const [county, kind] = ['141122', 'CRATE'] as const;

test.each([
  ['the county alone narrows nothing', { county, state: 'OPEN' }, { county, state: 'OPEN' }],
  ['ids stand first', { county, _id: 'a' }, { _id: 'a', county }],
  [
    'ids stand alone beside a choice, by which they would not be looked for',
    { _id: 'a', $or: [{ state: 'OPEN' }, { kind }] },
    { $and: [{ _id: 'a' }, { $or: [{ state: 'OPEN' }, { kind }] }] },
  ],
  [
    'what is excluded finds nothing',
    { county, _id: { $ne: 'a' }, scope: 'g1' },
    {
      $and: [
        { county, scope: { $in: ['g1'] } },
        { county, _id: { $ne: 'a' } },
      ],
    },
  ],
  [
    'of several places the index takes the list and stops there',
    { county, scope: { $in: ['g1', 'g2'] }, kind, state: 'OPEN' },
    {
      $and: [
        { county, scope: { $in: ['g1', 'g2'] } },
        { county, kind, state: 'OPEN' },
      ],
    },
  ],
  [
    'of one place it goes on',
    { county, scope: { $in: ['g1'] }, kind, state: { $in: ['OPEN', 'HELD'] } },
    { county, scope: 'g1', kind, state: { $in: ['OPEN', 'HELD'] } },
  ],
  [
    'an index over a part of the records serves what is in that part',
    { county, home: 'h', kind, state: 'OPEN' },
    {
      $and: [
        { county, home: 'h', kind: { $in: [kind] } },
        { county, state: 'OPEN' },
      ],
    },
  ],
  ['and not what may be outside of it', { county, home: { $ne: 'h' }, kind }, { county, home: { $ne: 'h' }, kind }],
  [
    'what makes the part is not said as a list',
    { county, person: 'p', unread: true, state: 'OPEN' },
    {
      $and: [
        { county, person: 'p', unread: true },
        { county, state: 'OPEN' },
      ],
    },
  ],
])('%s', (_what, filter, said) => {
  expect(headFirst<object>(filter, indexes)).toEqual(said);
});

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  indexPlan('crates', indexes);
  const crates = database.connection.collection('crates');
  await crates.createIndex({ county: 1, scope: 1, kind: 1, state: 1 });
  await crates.createIndex({ county: 1, home: 1, kind: 1 }, where('home'));
  await crates.createIndex(
    { county: 1, person: 1, unread: 1, record: 1 },
    { partialFilterExpression: { unread: true } },
  );
  await crates.insertMany(Array.from({ length: 400 }, (_, nth) => crate(nth)) as never[]);
});
afterAll(() => database.close());

/** Every mix of a few values, fields left out among them. */
function crate(nth: number) {
  const pick = <T>(values: readonly T[], by: number) => values[Math.floor(nth / by) % values.length];
  const fields = {
    ...{
      county: pick([county, '141123'], 1),
      scope: [county, pick(['g1', 'g2', 'g3'], 2)],
      kind: pick([kind, 'BOX'], 3),
    },
    ...{ state: pick(['OPEN', 'HELD', null], 5), home: pick(['h', 'i', undefined], 7), person: pick(['p', 'q'], 11) },
    ...{ unread: pick([true, undefined], 4), record: pick(['r', 's'], 6) },
  };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { _id: `c${nth}`, ...Object.fromEntries(given) };
}

const asked = (values: readonly unknown[]) =>
  fc.oneof(
    fc.constantFrom(...values),
    fc.subarray([...values], { minLength: 1 }).map(($in) => ({ $in })),
    fc.constantFrom(...values).map(($ne) => ({ $ne })),
    fc.constantFrom(...values).map(($gte) => ({ $gte })),
    fc.boolean().map(($exists) => ({ $exists })),
  );
const someFilter = fc.record(
  {
    ...{ county: asked([county, '141123']), scope: asked(['g1', 'g2', county]), kind: asked([kind, 'BOX']) },
    ...{ state: asked(['OPEN', 'HELD', null]), home: asked(['h', 'i']), person: asked(['p', 'q']) },
    ...{ unread: asked([true, false]), record: asked(['r']), _id: asked(['c1', 'c2', 'c3']) },
    $or: fc.constant([{ state: 'OPEN' }, { home: 'h' }]),
    $and: fc.constant([{ kind: { $in: [kind, 'BOX'] } }, { person: 'p' }]),
  },
  { requiredKeys: [] },
);

test('whatever is asked, the same records are found and changed', async () => {
  const plain = database.connection.db?.collection<{ _id: string }>('crates');
  if (!plain) throw new Error('there is no database');
  const served = servedByIndex(plain);
  const idsOf = (found: readonly { _id: string }[]) => found.map(({ _id }) => _id).sort();
  await fc.assert(
    fc.asyncProperty(someFilter, async (filter) => {
      const wanted = idsOf(await plain.find(filter as object).toArray());
      expect(idsOf(await served.find(filter as object).toArray())).toEqual(wanted);
      expect(await served.countDocuments(filter as object)).toBe(wanted.length);
      const { matchedCount } = await served.updateMany(filter as object, { $set: { seen: true } } as object);
      expect(matchedCount).toBe(wanted.length);
    }),
    { numRuns: 300 },
  );
});

test('what makes a record where there is none gives it the fields that were asked for', async () => {
  const db = database.connection.db;
  if (!db) throw new Error('there is no database');
  const served = servedByIndex(db.collection<{ _id: string }>('crates'));
  const filter = { county: '141124', home: 'new', kind } as object;
  await served.updateOne(filter, { $set: { state: 'OPEN' } } as object, { upsert: true });
  expect(await served.findOne(filter)).toMatchObject({ county: '141124', home: 'new', kind, state: 'OPEN' });
});
