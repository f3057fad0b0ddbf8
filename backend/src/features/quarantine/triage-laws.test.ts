import { isFound } from './testing/laws';
import { triageFaults } from './testing/triage-faults';
import { triageLaws } from './testing/triage-laws';
import { triage } from './triage.rules';

test.each(Object.entries(triageLaws))('%s', (_name, holds) => {
  expect(holds({ triage }, { numRuns: 200 })).toBeUndefined();
});

test.each(Object.entries(triageFaults))('a planted fault is found: %s', (_name, fault) => {
  expect(isFound(fault, { triage }, { numRuns: 2000, seed: 20220520 })).toBe(true);
});
