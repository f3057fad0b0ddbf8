/** Prints the plans of some episodes, run with another TZ than the test that reads them; `local-day` plants a fault. */
import { addHours } from '@grid-relief/shared-types/primitives/instants';
import fc from 'fast-check';
import { type EpisodeCount, planOf } from '../day-counting.rules';
import { someCount } from './arbitraries';

const wantsFault = process.argv.includes('local-day');

/** A day as `getDate` sees it: right on a server in China, wrong on every other. */
function byLocalDays(count: EpisodeCount) {
  const hours = -count.anchor.getTimezoneOffset() / 60 - 8;
  return planOf({ ...count, anchor: addHours(count.anchor, hours), foundAt: addHours(count.foundAt, hours) });
}

for (const count of fc.sample(someCount, { numRuns: 200, seed: 29 })) {
  const { tests, foundOnDay } = wantsFault ? byLocalDays(count) : planOf(count);
  const days = tests.map(({ day, date, standing }) => ({ day, date, standing }));
  process.stdout.write(`${JSON.stringify({ foundOnDay, days })}\n`);
}
