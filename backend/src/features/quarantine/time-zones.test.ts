import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { someCount } from './testing/arbitraries';
import { slowPlan } from './testing/slow-reference';

const zones = ['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'];

/** What a process in that zone makes of the same two hundred episodes. */
function plansIn(zone: string, ...fault: readonly string[]): unknown[] {
  const script = path.join(__dirname, 'testing/print-plans.ts');
  const env = { ...process.env, TZ: zone };
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script, ...fault], { env, encoding: 'utf8' });
  return printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** The same by the slow walk, which reads the clock of Asia/Shanghai by name. */
const walked = fc.sample(someCount, { numRuns: 200, seed: 29 }).map((count) => {
  const { tests, foundOnDay } = slowPlan(count);
  return { foundOnDay, days: tests.map(({ day, date, standing }) => ({ day, date, standing })) };
});

test.each(zones)('days are Shanghai days for a server in %s', (zone) => {
  expect(plansIn(zone)).toEqual(walked);
});

test.each([
  ['UTC', false],
  ['America/New_York', false],
  ['Asia/Shanghai', true],
])('a local day, planted, on a server in %s goes unnoticed: %s', (zone, isUnnoticed) => {
  expect(JSON.stringify(plansIn(zone, 'local-day')) === JSON.stringify(walked)).toBe(isUnnoticed);
});
