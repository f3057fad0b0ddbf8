import { addMinutes, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import fc from 'fast-check';
import {
  allFreeTurns,
  daysToChoose,
  freeNumber,
  freeTurns,
  isTurn,
  type PlaceHours,
  pickupPolicy,
  turnEnd,
  turnsOfDay,
  usualHours,
  waitsUntil,
} from './pickup-times.rules';

const day = '2022-04-18';
const morning = shanghaiInstant(day, 7);
const nobody: ReadonlySet<number> = new Set();
const minute = 60_000;

const someHours: fc.Arbitrary<PlaceHours> = fc
  .tuple(fc.integer({ min: 0, max: 24 * 60 }), fc.integer({ min: 0, max: 24 * 60 }))
  .map(([one, other]) => ({ opensMinute: Math.min(one, other), closesMinute: Math.max(one, other) }));
const someInstant = fc.integer({ min: 0, max: 3 * 24 * 60 * 60 }).map((seconds) => addMinutes(morning, seconds / 60));

test('twenty households an hour and place', () => {
  const hour = { opensMinute: 480, closesMinute: 540 };
  const turns = turnsOfDay(day, hour);
  expect(turns).toHaveLength(20);
  expect(turns[0]).toEqual(shanghaiInstant(day, 8));
  expect(turnEnd(turns.at(-1) ?? morning)).toEqual(shanghaiInstant(day, 9));
});

test.each([
  ['a place that closes in the middle of a turn', { opensMinute: 480, closesMinute: 487 }, 2],
  ['a place that opens for a moment', { opensMinute: 480, closesMinute: 482 }, 0],
  ['a place that never opens', { opensMinute: 480, closesMinute: 480 }, 0],
])('%s', (_what, hours, turns) => {
  expect(turnsOfDay(day, hours)).toHaveLength(turns);
});

test('no turn begins before the place opens or ends after it closes, whatever its hours', () => {
  fc.assert(
    fc.property(someHours, someInstant, (hours, now) => {
      const free = allFreeTurns(now, { hours, taken: nobody, notBefore: now });
      const wrong = free.filter((turn) => {
        const midnight = shanghaiInstant(dayOf(turn), 0);
        const tooEarly = turn < now || turn < addMinutes(midnight, hours.opensMinute);
        const tooLate = turnEnd(turn) > addMinutes(midnight, hours.closesMinute);
        return tooEarly || tooLate || !isTurn(turn, now, hours) || isTurn(addMinutes(turn, 1), now, hours);
      });
      expect(wrong).toEqual([]);
    }),
  );
});

test('households that take the earliest in turn never share three minutes', () => {
  fc.assert(
    fc.property(fc.array(someInstant, { maxLength: 60 }), someHours, (arrivals, hours) => {
      const taken = new Set<number>();
      for (const now of arrivals) {
        const [first] = allFreeTurns(now, { hours, taken, notBefore: now });
        if (!first) continue;
        expect(taken.has(first.getTime())).toBe(false);
        taken.add(first.getTime());
      }
      const sorted = [...taken].sort((a, b) => a - b);
      for (const [i, turn] of sorted.entries()) {
        const next = sorted[i + 1];
        if (next !== undefined) expect(next - turn).toBeGreaterThanOrEqual(pickupPolicy.turnMinutes * minute);
      }
    }),
  );
});

test('what somebody has is not free, and what is given back is', () => {
  const [first, second] = freeTurns(day, { hours: usualHours, taken: nobody, notBefore: morning });
  if (!first || !second) throw new Error('a day without turns');
  const taken = new Set([first.getTime()]);
  expect(freeTurns(day, { hours: usualHours, taken, notBefore: morning })[0]).toEqual(second);
});

test('when today is full, the next day follows, and after the last day nothing', () => {
  const evening = shanghaiInstant(day, 19, 58);
  const [first] = allFreeTurns(evening, { hours: usualHours, taken: nobody, notBefore: evening });
  expect(first).toEqual(shanghaiInstant('2022-04-19', 8));
  const all = daysToChoose(evening).flatMap((one) => turnsOfDay(one, usualHours));
  const taken = new Set(all.map((turn) => turn.getTime()));
  expect(allFreeTurns(evening, { hours: usualHours, taken, notBefore: evening })).toEqual([]);
});

test.each([
  ['between two turns', shanghaiInstant(day, 9, 1), false],
  ['on a turn', shanghaiInstant(day, 9, 3), true],
  ['after closing', shanghaiInstant(day, 20), false],
  ['too many days ahead', shanghaiInstant('2022-04-22', 9), false],
  ['yesterday', shanghaiInstant('2022-04-17', 9), false],
])('a time %s', (_what, at, is) => {
  expect(isTurn(at, morning, usualHours)).toBe(is);
});

test('a bag that comes late waits as long as one that was there in time', () => {
  const from = shanghaiInstant(day, 9);
  expect(waitsUntil(from, shanghaiInstant(day, 8, 30))).toEqual(shanghaiInstant(day, 9, 15));
  expect(waitsUntil(from, shanghaiInstant(day, 9, 5))).toEqual(shanghaiInstant(day, 9, 20));
});

test.each([
  [3, [], 1],
  [3, [1, 3], 2],
  [2, [1, 2], undefined],
  [0, [], undefined],
])('of %s numbered places with %s taken, %s is free', (numbers, taken, free) => {
  expect(freeNumber(numbers, new Set(taken))).toBe(free);
});
