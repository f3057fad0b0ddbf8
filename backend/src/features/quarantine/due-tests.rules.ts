import { dayOf, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import type { EpisodePlan, TestStanding } from './day-counting.rules';
import { type CountedTest, type Swab, swabDays } from './swab-days.rules';
import type { SamplingWindow } from './test-windows.rules';

/**
 * Where a test stands. MISSED: not sampled by the evening hour; somebody is told, and a swab made up later counts for it.
 * RESULT_PENDING: taken, not known yet.
 */
export type TestState =
  | Exclude<TestStanding, 'DUE'>
  | 'AHEAD'
  | 'DUE'
  | 'MISSED'
  | 'RESULT_PENDING'
  | 'NEGATIVE'
  | 'POSITIVE';

/** A line of "my tests": the landing test, or a day of a phase. */
export interface TestLine extends SamplingWindow {
  readonly what: 'LANDING' | 'DAY';
  readonly phase: number;
  /** The number of the day; of the landing test, the day of being found. */
  readonly day: number;
  readonly swabs: number;
  readonly swabsTaken: number;
  readonly state: TestState;
  readonly isLate: boolean;
  readonly isInvalid: boolean;
  /** When the last of its results was known. */
  readonly resultAt: Date | undefined;
}

/** Every test of an episode as it stands at an instant, the landing test first. Pure (handbook 9.1, rules 4 to 7). */
export function testLines(plan: EpisodePlan, swabs: readonly Swab[], now: Date): TestLine[] {
  const at = minuteOf(now);
  const days = swabDays(plan, swabs, at);
  return [landingLine(plan, days, at), ...days.tests.map((counted) => dayLine(counted, at))];
}

/** What is to be sampled on the Shanghai day of an instant: the tests of that day, and what was missed before. Pure. */
export function dueOn(lines: readonly TestLine[], now: Date): TestLine[] {
  return lines.filter(({ state }) => state === 'DUE' || state === 'MISSED').filter((line) => line.date <= dayOf(now));
}

/** What is passed on to somebody, because the evening hour has come without a swab (handbook 9.1, rule 7). Pure. */
export function missedBy(lines: readonly TestLine[]): TestLine[] {
  return lines.filter(({ state }) => state === 'MISSED');
}

function landingLine({ landing, foundOnDay }: EpisodePlan, days: ReturnType<typeof swabDays>, at: Date): TestLine {
  const taken = days.landing ? [days.landing] : [];
  return {
    ...{ what: 'LANDING', phase: 0, day: foundOnDay, swabs: 1, swabsTaken: taken.length, ...landing },
    isLate: taken.some(({ takenAt }) => takenAt >= landing.until),
    ...{ isInvalid: days.isLandingInvalid, resultAt: lastResult(taken) },
    state: stateOf({ swabs: taken, isSampled: taken.length > 0, window: landing, at }),
  };
}

function dayLine({ test, swabs, isSampled, isLate, isInvalid }: CountedTest, at: Date): TestLine {
  const { standing, date, from, until, missedAt, phase, day } = test;
  const isAskedFor = standing === 'DUE' || (standing === 'NOT_APPLICABLE' && swabs.length > 0);
  return {
    ...{ what: 'DAY', phase, day, date, from, until, missedAt, swabs: test.swabs, swabsTaken: swabs.length },
    ...{ isLate, isInvalid: isInvalid && standing === 'DUE', resultAt: lastResult(swabs) },
    // what a new rule asks for in the past is judged by the swabs that happen to be there, however many
    state: isAskedFor
      ? stateOf({ swabs, isSampled: isSampled || standing === 'NOT_APPLICABLE', window: test, at })
      : standing,
  };
}

interface Judged {
  readonly swabs: readonly Swab[];
  readonly isSampled: boolean;
  readonly window: Pick<SamplingWindow, 'date' | 'missedAt'>;
  readonly at: Date;
}

function stateOf({ swabs, isSampled, window, at }: Judged): TestState {
  if (swabs.some(({ result }) => result?.value === 'POSITIVE')) return 'POSITIVE';
  if (isSampled) return swabs.every(({ result }) => result) ? 'NEGATIVE' : 'RESULT_PENDING';
  if (at >= window.missedAt) return 'MISSED';
  return dayOf(at) >= window.date ? 'DUE' : 'AHEAD';
}

function lastResult(swabs: readonly Swab[]): Date | undefined {
  const times = swabs.flatMap(({ result }) => (result ? [result.at.getTime()] : []));
  return times.length > 0 ? new Date(Math.max(...times)) : undefined;
}
