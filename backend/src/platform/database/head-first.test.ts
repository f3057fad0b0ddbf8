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
  [
    'what makes the part is said as a list where nothing stands before it',
    { person: 'p', unread: true },
    { person: 'p', unread: { $in: [true] } },
  ],
])('%s', (_what, filter, said) => {
  expect(headFirst<object>(filter, indexes)).toEqual(said);
});

type Fields = Readonly<Record<string, unknown>>;

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
  await crates.insertMany(kept as never[]);
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
    $or: fc.constantFrom<Fields[]>(
      [{ state: 'OPEN' }, { home: 'h' }],
      [{ home: 'h' }, { unread: true }],
      [
        { county, home: 'h' },
        { unread: true, person: 'p' },
      ],
    ),
    $and: fc.constantFrom<Fields[]>(
      [{ kind: { $in: [kind, 'BOX'] } }, { person: 'p' }],
      [{ unread: true }, { state: 'OPEN' }],
      [{ home: 'h' }, { county }],
    ),
  },
  { requiredKeys: [] },
);

const kept = Array.from({ length: 400 }, (_, nth): Fields => crate(nth));

/** Whether a value is what was asked for: slow, obvious, and knowing no index. */
function isAsked(value: unknown, asks: unknown): boolean {
  const values = Array.isArray(value) ? value : [value ?? null];
  if (typeof asks !== 'object' || asks === null) return values.includes(asks);
  const [[how, what] = []] = Object.entries(asks);
  if (how === '$in') return [what].flat().some((one) => values.includes(one));
  if (how === '$ne') return !values.includes(what);
  if (how === '$exists') return (value !== undefined) === what;
  if (how !== '$gte') throw new Error(`nobody asks ${how}`);
  return values.some((one) => typeof one === typeof what && (what === null ? one === null : one >= Object(what)));
}

function isFound(fields: Fields, filter: Fields): boolean {
  return Object.entries(filter).every(([field, asks]) => {
    const parts = Array.isArray(asks) ? (asks as Fields[]) : [];
    if (field === '$or') return parts.some((part) => isFound(fields, part));
    if (field === '$and') return parts.every((part) => isFound(fields, part));
    return isAsked(fields[field], asks);
  });
}

test('whatever is asked, what is meant is found and changed', async () => {
  const plain = database.connection.db?.collection<{ _id: string }>('crates');
  if (!plain) throw new Error('there is no database');
  const served = servedByIndex(plain);
  const idsOf = (found: readonly Fields[]) => found.map(({ _id }) => String(_id)).sort();
  await fc.assert(
    fc.asyncProperty(someFilter, async (filter) => {
      const wanted = idsOf(kept.filter((one) => isFound(one, filter as Fields)));
      expect(idsOf(await served.find(filter as object).toArray())).toEqual(wanted);
      expect(await served.countDocuments(filter as object)).toBe(wanted.length);
      const { matchedCount } = await served.updateMany(filter as object, { $set: { seen: true } } as object);
      expect(matchedCount).toBe(wanted.length);
    }),
    // by chance it takes some hundred to meet what the engine finds nothing for
    {
      numRuns: 300,
      examples: [
        [{ unread: true }],
        [{ home: 'h', state: 'OPEN' }],
        [{ home: 'h', _id: 'c1' }],
        [{ $or: [{ home: 'h' }, { unread: true }] }],
      ],
    },
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
