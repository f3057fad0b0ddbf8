import fc from 'fast-check';
import { accountOf, accountRowsBy, standingAdvance } from '../account.rules';
import type { LedgerRecord } from '../ledger.record';
import { coveredByFloat, owedByPerson } from '../run-money';
import { coversFor, inWalkingOrder, type PaidDoor } from './coverage.rules';

const run = 'run';
const opId = 'kept';
const carrier = 'carrier';

/** A run at its end: what each door cost, whether its household has paid the carrier already, and the cash. Fen. */
const anEnd = fc
  .record({
    doors: fc.array(fc.record({ paidFen: fc.nat(20_000), byHousehold: fc.boolean() }), { maxLength: 8 }),
    floatFen: fc.nat(60_000),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ part, ...end }) => ({ ...end, returnedFen: Math.floor(end.floatFen * part) }));

function aRow(delivery: string, kind: LedgerRecord['kind'], amountFen: number, more: object = {}): LedgerRecord {
  return { _id: `${delivery}${kind}`, county: 'c', scope: [], kind, amountFen, delivery, person: carrier, at, ...more };
}
const at = new Date(0);

function bookOf(doors: readonly { paidFen: number; byHousehold: boolean }[]): LedgerRecord[] {
  return doors.flatMap(({ paidFen, byHousehold }, place) => [
    aRow(`d${place}`, 'ADVANCED', paidFen),
    ...(byHousehold ? [aRow(`d${place}`, 'HOUSEHOLD_PAID', paidFen), aRow(`d${place}`, 'REPAID', paidFen)] : []),
  ]);
}

/** The doors of a book, as the float finds them. */
function doorsIn(book: readonly LedgerRecord[]): PaidDoor[] {
  return [...accountRowsBy(book)].map(([delivery, rows]) => {
    const own = rows.filter((row) => row.opId === opId);
    return { delivery, owedFen: accountOf(rows).owedFen, coveredFen: accountOf(own).repaidFen };
  });
}

/** Covers, writing down only so many doors: a process may die after any of them. */
function covering(book: readonly LedgerRecord[], keptFen: number, atMost = Number.MAX_SAFE_INTEGER): LedgerRecord[] {
  const covers = coversFor(doorsIn(book), keptFen).slice(0, atMost);
  return [...book, ...covers.map(({ delivery, amountFen }) => aRow(delivery, 'REPAID', amountFen, { run, opId }))];
}

test('whatever a run cost and whatever comes back: the sums balance', () => {
  fc.assert(
    fc.property(anEnd, ({ doors, floatFen, returnedFen }) => {
      const keptFen = floatFen - returnedFen;
      const book = covering(bookOf(doors), keptFen);
      const { advancedFen, overFen } = accountOf(book);
      const covered = coveredByFloat(book, run);
      const byHouseholds = accountOf(bookOf(doors)).repaidFen;
      const owed = owedByPerson(book).get(carrier) ?? 0;
      // what was paid in the shop is covered by the float, paid by households, or still owed
      expect(covered + byHouseholds + owed).toBe(advancedFen);
      // what went out came back, was spent on doors, or has no door; and it has none only when every door is even
      const difference = floatFen - returnedFen - covered;
      expect(difference).toBeGreaterThanOrEqual(0);
      expect(difference === 0 || owed === 0).toBe(true);
      expect(overFen).toBe(0);
    }),
  );
});

test('doors are covered in their order: whole, then one in part, then none; no door gets more than it is owed', () => {
  fc.assert(
    fc.property(anEnd, ({ doors, floatFen, returnedFen }) => {
      const before = doorsIn(bookOf(doors));
      const covers = new Map(
        coversFor(before, floatFen - returnedFen).map(({ delivery, amountFen }) => [delivery, amountFen]),
      );
      const shares = before
        .filter(({ owedFen }) => owedFen > 0)
        .map(({ delivery, owedFen }) => (covers.get(delivery) ?? 0) / owedFen);
      const untilFirstPart = shares.findIndex((share) => share < 1);
      const after = untilFirstPart < 0 ? [] : shares.slice(untilFirstPart + 1);
      expect(Math.max(0, ...shares)).toBeLessThanOrEqual(1);
      expect(after.every((share) => share === 0)).toBe(true);
    }),
  );
});

test('delivered again after a kill at any door, it ends as it would have ended at once', () => {
  fc.assert(
    fc.property(anEnd, fc.nat(8), ({ doors, floatFen, returnedFen }, killedAfter) => {
      const keptFen = floatFen - returnedFen;
      const atOnce = covering(bookOf(doors), keptFen);
      const again = covering(covering(bookOf(doors), keptFen, killedAfter), keptFen);
      const amounts = (book: readonly LedgerRecord[]) =>
        doorsIn(book).map(({ delivery, owedFen, coveredFen }) => [delivery, owedFen, coveredFen]);
      expect(amounts(again)).toEqual(amounts(atOnce));
    }),
  );
});

test('the order is that of the walk, and the same for every order in which doors are read', () => {
  const doors = ['c', 'a', 'x', 'b', 'k'].map((_id) => ({ _id }));
  const order = ['b', 'c', 'a'];
  const walked = ['b', 'c', 'a', 'k', 'x'];
  for (const read of [doors, [...doors].reverse()]) {
    expect(inWalkingOrder(read, order).map(({ _id }) => _id)).toEqual(walked);
  }
});

test('an advance by estimate that was taken out again counts no more', () => {
  const rows = [aRow('d', 'ADVANCED', 2300), aRow('d', 'ADVANCE_REVERSED', 2300)];
  const byReceipt = { ...aRow('d', 'ADVANCED', 1500, { byReceipt: true }), _id: 'dReceipt' };
  expect(standingAdvance([byReceipt, ...rows])?.amountFen).toBe(1500);
  expect(accountOf([...rows, byReceipt])).toMatchObject({ owedFen: 1500, overFen: 0 });
  const repaid = [...rows, byReceipt, aRow('d', 'REPAID', 2300)];
  expect(accountOf(repaid)).toMatchObject({ owedFen: 0, overFen: 800 });
  expect(accountOf([...repaid, aRow('d', 'GIVEN_BACK', 800)])).toMatchObject({ owedFen: 0, overFen: 0 });
});
