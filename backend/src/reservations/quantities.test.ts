import fc from 'fast-check';
import { recordsIn } from '../lifecycle';
import { idSource } from '../platform/ids';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { consumeQuantity, type Holding, reserveQuantity, unreserveQuantity } from '.';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface Lot {
  readonly _id: string;
  readonly county: string;
  readonly free: number;
  readonly holdings: readonly Holding[];
}

const county = '141122';
const ids = idSource();
const at = new Date('2022-04-18T01:00:00Z');
const collection = () => database.connection.collection('lots');
const lots = () => recordsIn<Lot>(collection());

async function aLot(free: number) {
  const resource = ids(county);
  await lots().insertOne({ _id: resource, county, free, holdings: [] });
  return { collection: collection(), resource, county };
}

async function stored(resource: string): Promise<Lot> {
  const lot = await lots().findOne({ _id: resource });
  if (!lot) throw new Error('gone');
  return lot;
}

const command = fc.record({
  what: fc.constantFrom('reserve' as const, 'unreserve' as const),
  // few names, so that repeats are common
  op: fc.constantFrom('a', 'b', 'c', 'd'),
});

test('when operations repeat and interleave, what is free and what is held always sum to what there was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 20 }), async (commands) => {
      const lot = await aLot(7);
      const amounts: Record<string, number> = { a: 1, b: 2, c: 3, d: 4 };
      const run = ({ what, op }: (typeof commands)[number]) => {
        if (what === 'reserve') return reserveQuantity(lot, { opId: op, amount: amounts[op] ?? 1, at });
        return unreserveQuantity(lot, op);
      };
      await Promise.allSettled(commands.map(run));
      const { free, holdings } = await stored(lot.resource);
      expect(free).toBeGreaterThanOrEqual(0);
      expect(free + holdings.reduce((sum, { amount }) => sum + amount, 0)).toBe(7);
      expect(new Set(holdings.map(({ opId }) => opId)).size).toBe(holdings.length);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('when it is used up, the holding ends and nothing becomes free; twins count once', async () => {
  const lot = await aLot(5);
  await Promise.all([1, 2, 3].map(() => reserveQuantity(lot, { opId: 'x', amount: 2, at })));
  await Promise.all([1, 2, 3].map(() => consumeQuantity(lot, 'x')));
  await unreserveQuantity(lot, 'x');
  expect(await stored(lot.resource)).toMatchObject({ free: 3, holdings: [] });
});

test('when there is too little, another amount under the same operation, or no such resource, it says so', async () => {
  const lot = await aLot(5);
  await reserveQuantity(lot, { opId: 'x', amount: 4, at });
  await expect(reserveQuantity(lot, { opId: 'y', amount: 2, at })).rejects.toMatchObject({
    type: 'capacity-full',
    extras: { free: 1 },
  });
  await expect(reserveQuantity(lot, { opId: 'x', amount: 1, at })).rejects.toMatchObject({ type: 'op-id-reused' });
  const nowhere = { ...lot, resource: ids(county) };
  await expect(reserveQuantity(nowhere, { opId: 'x', amount: 1, at })).rejects.toMatchObject({ type: 'not-found' });
});

/** PLANTED FAULT: gives back without asking for its holding. */
test('control: giving back without the holding in the filter counts twins twice', async () => {
  const lot = await aLot(5);
  await reserveQuantity(lot, { opId: 'x', amount: 2, at });
  const giveBack = () =>
    lots().updateOne({ _id: lot.resource }, { $inc: { free: 2 }, $pull: { holdings: { opId: 'x' } } });
  await Promise.all([giveBack(), giveBack()]);
  expect((await stored(lot.resource)).free).not.toBe(5);
});
