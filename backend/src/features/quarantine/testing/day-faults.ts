import { addHours, addMinutes, dayOf, startOfDay } from '@grid-relief/shared-types/primitives/instants';
import type { EpisodeCount, EpisodePlan, PlannedTest } from '../day-counting.rules';
import type { ReleaseVerdict } from '../release.rules';
import type { Swab } from '../swab-days.rules';
import * as laws from './day-laws';
import type { Fault, Law } from './laws';

type Plant = Fault<laws.DayRules>['plant'];

const planFault =
  (change: (plan: EpisodePlan, count: EpisodeCount) => EpisodePlan): Plant =>
  ({ planOf }) => ({ planOf: (count) => change(planOf(count), count) });
const testFault = (change: (test: PlannedTest, plan: EpisodePlan, count: EpisodeCount) => PlannedTest): Plant =>
  planFault((plan, count) => ({ ...plan, tests: plan.tests.map((test) => change(test, plan, count)) }));
const swabFault =
  (change: (swabs: readonly Swab[]) => readonly Swab[]): Plant =>
  ({ swabDays, testLines, releaseAt }) => ({
    swabDays: (plan, swabs, now) => swabDays(plan, change(swabs), now),
    testLines: (plan, swabs, now) => testLines(plan, change(swabs), now),
    releaseAt: (plan, facts, linked, now) => releaseAt(plan, { ...facts, swabs: change(facts.swabs) }, linked, now),
  });
const verdictFault =
  (change: (verdict: ReleaseVerdict) => ReleaseVerdict): Plant =>
  ({ releaseAt }) => ({ releaseAt: (...given) => change(releaseAt(...given)) });

const shifted = (instant: Date, hours: number) => addHours(instant, hours);
const isLastDay = ({ phase, day }: PlannedTest, { phases }: EpisodeCount) => phases[phase]?.days === day;
const midnightAfter = (instant: Date) => addHours(startOfDay(dayOf(instant)), 24);

/** Planted faults, by the rule of handbook 9.1 that they break. */
const faults: Readonly<Record<string, readonly [Law<laws.DayRules>, Plant]>> = {
  '1: a UTC day': [
    laws.windows,
    ({ planOf }) => ({
      planOf: (count) => {
        const utc = { anchor: shifted(count.anchor, -8), foundAt: shifted(count.foundAt, -8) };
        const plan = planOf({ ...count, ...utc });
        const phases = plan.phases.map((phase) => ({
          ...phase,
          ...{ countedFrom: shifted(phase.countedFrom, 8), endsAt: shifted(phase.endsAt, 8) },
        }));
        return { ...plan, phases, endsAt: shifted(plan.endsAt, 8), landing: planOf(count).landing };
      },
    }),
  ],
  '1: seconds count': [
    laws.phasesEnd,
    planFault((plan, { anchor }) => ({
      ...plan,
      phases: plan.phases.map((phase) => ({
        ...phase,
        endsAt: addMinutes(phase.endsAt, (anchor.getTime() / 60_000) % 1),
      })),
    })),
  ],
  '2: the anchor’s own day is never day 1': [
    laws.windows,
    ({ planOf }) => ({
      planOf: (count) => planOf({ ...count, dayOneRule: 'NEXT_DAY' }),
    }),
  ],
  '2: the anchor’s own day is always day 1': [
    laws.windows,
    ({ planOf }) => ({
      planOf: (count) => planOf({ ...count, dayOneRule: 'ANCHOR_DAY' }),
    }),
  ],
  '3: an end at midnight': [
    laws.phasesEnd,
    planFault((plan) => ({
      ...plan,
      phases: plan.phases.map((phase) => ({ ...phase, endsAt: midnightAfter(phase.endsAt) })),
    })),
  ],
  '3: a day less where the anchor’s own day is day 1': [
    laws.phasesEnd,
    planFault((plan, { dayOneRule }) => ({
      ...plan,
      phases: plan.phases.map((phase) => ({
        ...phase,
        endsAt: shifted(phase.endsAt, dayOneRule === 'ANCHOR_DAY' ? -24 : 0),
      })),
    })),
  ],
  '3: a second phase from the late result': [
    laws.end,
    verdictFault((verdict) => {
      if (verdict.outcome !== 'NEXT_PHASE') return verdict;
      const late = verdict.metAt.getTime() - verdict.next.countedFrom.getTime();
      return { ...verdict, next: { ...verdict.next, endsAt: addMinutes(verdict.next.endsAt, late / 60_000) } };
    }),
  ],
  '4: the last swab on the evening before': [
    laws.whichDay,
    testFault((test, _plan, count) => (isLastDay(test, count) ? { ...test, from: shifted(test.from, -4) } : test)),
  ],
  '4: the last swab more than 24 hours before the end': [
    laws.whichDay,
    testFault((test) => ({ ...test, from: startOfDay(test.date) })),
  ],
  '4: no swab after the end': [
    laws.lateness,
    testFault((test, { phases }) => {
      const ends = phases[test.phase]?.endsAt ?? test.until;
      return { ...test, until: ends < test.until && ends > test.from ? ends : test.until };
    }),
  ],
  '4: a day of testing that lasts until the next noon': [
    laws.lateness,
    testFault((test) => ({
      ...test,
      until: shifted(test.until, 12),
    })),
  ],
  '5: days before being found are missed': [laws.missed, testFault((test) => ({ ...test, standing: 'DUE' }))],
  '5: the day of being found is dropped too': [
    laws.whichDay,
    testFault((test, { landing }) => (test.date === landing.date ? { ...test, standing: 'DROPPED' } : test)),
  ],
  '5: a swab of day 0 is day 1': [
    laws.whichDay,
    testFault((test) => (test.phase === 0 && test.day === 1 ? { ...test, from: shifted(test.from, -24) } : test)),
  ],
  '5: no landing test where there is a test that day': [
    laws.whichDay,
    ({ swabDays }) => ({
      swabDays: (plan, swabs, now) => {
        const days = swabDays(plan, swabs, now);
        const counts = days.tests.some((test) => test.swabs.some(({ id }) => id === days.landing?.id));
        return counts ? { ...days, landing: undefined } : days;
      },
    }),
  ],
  '6: released at the end, whatever the results': [
    laws.end,
    ({ releaseAt }) => ({
      releaseAt: (plan, facts, linked, now) => {
        const verdict = releaseAt(plan, facts, linked, now);
        return verdict.outcome === 'RELEASE_BLOCKED' ? { outcome: 'RELEASED', metAt: verdict.since, at: now } : verdict;
      },
    }),
  ],
  '6: released at the end, although a result came later': [
    laws.end,
    verdictFault((verdict) =>
      verdict.outcome === 'RELEASED' ? { ...verdict, metAt: addMinutes(verdict.metAt, -1) } : verdict,
    ),
  ],
  '6: one kit of two': [laws.end, testFault((test) => ({ ...test, swabs: 1 }))],
  '6: the room is left unsampled': [
    laws.end,
    ({ releaseAt }) => ({
      releaseAt: (plan, facts, linked, now) => releaseAt(plan, { ...facts, placement: 'HOME' }, linked, now),
    }),
  ],
  '6: the linked contact is not waited for': [
    laws.end,
    ({ releaseAt }) => ({
      releaseAt: (plan, facts, _linked, now) => releaseAt(plan, facts, undefined, now),
    }),
  ],
  '6: a positive swab is taken for a negative one': [
    laws.positive,
    swabFault((swabs) =>
      swabs.map(({ result, ...swab }) => ({ ...swab, result: result && { ...result, value: 'NEGATIVE' as const } })),
    ),
  ],
  '7: missed at midnight instead of the evening': [
    laws.missed,
    testFault((test) => ({ ...test, missedAt: test.until })),
  ],
  '7: missed before the person was known': [
    laws.missed,
    testFault((test) => ({ ...test, missedAt: addHours(test.until, -4) })),
  ],
  '7: a missed day cannot be made up': [
    laws.whichDay,
    ({ swabDays }) => ({
      swabDays: (plan, swabs, now) => {
        const days = swabDays(plan, swabs, now);
        return {
          ...days,
          tests: days.tests.map((test) => (test.isLate ? { ...test, swabs: [], isLate: false } : test)),
        };
      },
    }),
  ],
  '7: made up, and not marked late': [
    laws.lateness,
    ({ swabDays }) => ({
      swabDays: (plan, swabs, now) => {
        const days = swabDays(plan, swabs, now);
        return { ...days, tests: days.tests.map((test) => ({ ...test, isLate: false })) };
      },
    }),
  ],
  '7: a void swab counts as taken': [
    laws.whichDay,
    swabFault((swabs) =>
      swabs.map((swab) => (swab.result?.value === 'INVALID' ? { ...swab, result: undefined } : swab)),
    ),
  ],
  '8: an end that has passed is not noticed': [laws.tooLate, planFault((plan) => ({ ...plan, isElapsed: false }))],
  '8: an end that has passed asks for tests': [
    laws.tooLate,
    testFault((test, { isElapsed }) => (isElapsed ? { ...test, standing: 'DUE' } : test)),
  ],
  '8: a late decision is dated back': [
    laws.notBackDated,
    verdictFault((verdict) => ('metAt' in verdict ? { ...verdict, at: verdict.metAt } : verdict)),
  ],
};

export const dayFaults: Readonly<Record<string, Fault<laws.DayRules>>> = Object.fromEntries(
  Object.entries(faults).map(([name, [foundBy, plant]]) => [name, { foundBy, plant }]),
);
