import { addHours, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import type { EpisodePlan, PlannedTest } from './day-counting.rules';

/** A nucleic swab as a fact; it is kept whether or not it counts for a day. */
export interface Swab {
  readonly id: string;
  readonly takenAt: Date;
  /** Which kit it was tested with, where that is known: double sampling needs two. */
  readonly kit?: string | undefined;
  /** `at`: when the result was known here. */
  readonly result?: { readonly value: 'NEGATIVE' | 'POSITIVE' | 'INVALID'; readonly at: Date } | undefined;
}

/** What became of a day of testing. */
export interface CountedTest {
  readonly test: PlannedTest;
  readonly swabs: readonly Swab[];
  /** As many swabs as asked for. */
  readonly isSampled: boolean;
  /** Made up after its day. */
  readonly isLate: boolean;
  /** Taken, and void: it counts as not taken. */
  readonly isInvalid: boolean;
}

export interface SwabDays {
  readonly tests: readonly CountedTest[];
  readonly landing: Swab | undefined;
  readonly isLandingInvalid: boolean;
  /** Swabs that count for no day; early: within 24 hours before a window that was still to open. */
  readonly extra: readonly (Swab & { readonly isEarly: boolean })[];
}

/**
 * Which swab counts for which day, from what was known at an instant (handbook 9.1, rules 4, 5 and 7). A swab counts for
 * the day on which it falls; one that no day needs makes up for the oldest missed day before it; one swab, one day. The
 * landing test is the first swab after being found, whatever day it counts for besides. Pure.
 */
export function swabDays(plan: EpisodePlan, swabs: readonly Swab[], now: Date): SwabDays {
  const known = knownAt(swabs, now);
  const valid = known.filter(({ result }) => result?.value !== 'INVALID');
  const invalid = known.filter(({ result }) => result?.value === 'INVALID');
  const taken = assign(plan.tests, valid, new Map());
  const withVoid = assign(plan.tests, invalid, taken);
  const tests = plan.tests.map((test) => {
    const own = taken.get(test) ?? [];
    return {
      ...{ test, swabs: own, isSampled: own.length === test.swabs },
      isLate: own.some(({ takenAt }) => takenAt >= test.until),
      isInvalid: own.length < test.swabs && (withVoid.get(test)?.length ?? 0) > own.length,
    };
  });
  const counted = new Set(tests.flatMap((one) => one.swabs));
  const hasLanded = ({ takenAt }: Swab) => takenAt >= plan.landing.from;
  const landing = valid.find(hasLanded);
  const extra = valid
    .filter((swab) => !counted.has(swab))
    .map((swab) => ({ ...swab, isEarly: isEarly(swab, plan.tests) }));
  return { tests, landing, isLandingInvalid: !landing && invalid.some(hasLanded), extra };
}

/** Swabs as they were known at an instant, to the minute, earliest first. Pure. */
export function knownAt(swabs: readonly Swab[], now: Date): Swab[] {
  const at = minuteOf(now);
  return swabs
    .map(({ result, ...swab }) => {
      const known = result && minuteOf(result.at) <= at ? { ...result, at: minuteOf(result.at) } : undefined;
      return { ...swab, takenAt: minuteOf(swab.takenAt), result: known };
    })
    .filter(({ takenAt }) => takenAt <= at)
    .sort(byTime);
}

type Taken = Map<PlannedTest, readonly Swab[]>;

/** Gives swabs to days on top of what they have already: its own day first, then what is left to the oldest missed. */
function assign(tests: readonly PlannedTest[], swabs: readonly Swab[], already: Taken): Taken {
  const taken: Taken = new Map(already);
  const spare = new Set(swabs);
  const give = (test: PlannedTest, swab: Swab) => {
    const has = taken.get(test) ?? [];
    if (!spare.has(swab) || !isWanted(test, has, swab)) return;
    taken.set(test, [...has, swab]);
    spare.delete(swab);
  };
  for (const test of tests.filter(({ standing }) => standing !== 'DROPPED')) {
    const own = swabs.filter(({ takenAt }) => test.from <= takenAt && takenAt < test.until);
    for (const swab of own.sort((a, b) => usefulness(b) - usefulness(a) || byTime(a, b))) give(test, swab);
  }
  for (const swab of swabs) {
    for (const test of tests) if (test.standing === 'DUE' && test.until <= swab.takenAt) give(test, swab);
  }
  return taken;
}

/** Whether a day needs this swab. Two kits are two only when both are known, so a swab of an unknown kit is none of them. */
function isWanted({ swabs }: PlannedTest, has: readonly Swab[], { kit }: Swab): boolean {
  if (has.length >= swabs) return false;
  return swabs === 1 || (kit !== undefined && has.every((one) => one.kit !== kit));
}

/** Of two swabs of one day the one with a result stands for it. */
function usefulness({ result }: Swab): number {
  return result ? 1 : 0;
}

function isEarly({ takenAt }: Swab, tests: readonly PlannedTest[]): boolean {
  return tests.some(({ standing, from }) => standing === 'DUE' && takenAt < from && from <= addHours(takenAt, 24));
}

function byTime(a: Swab, b: Swab): number {
  return a.takenAt.getTime() - b.takenAt.getTime() || (a.id < b.id ? -1 : 1);
}
