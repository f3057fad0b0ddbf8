import { planOf } from './day-counting.rules';
import { testLines } from './due-tests.rules';
import { releaseAt } from './release.rules';
import { swabDays } from './swab-days.rules';
import { dayFaults } from './testing/day-faults';
import { type DayRules, dayLaws } from './testing/day-laws';
import { isFound } from './testing/laws';

const ours: DayRules = { planOf, swabDays, testLines, releaseAt };

test.each(Object.entries(dayLaws))('%s', (_name, holds) => {
  expect(holds(ours, { numRuns: 150 })).toBeUndefined();
});

test.each(Object.entries(dayFaults))('a planted fault is found: %s', (_name, fault) => {
  expect(isFound(fault, ours, { numRuns: 500, seed: 20220410 })).toBe(true);
});
