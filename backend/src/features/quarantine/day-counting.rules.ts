import { addDays, dayOf, latest, minuteOf, startOfDay } from '@grid-relief/shared-types/primitives/instants';
import type { DayOneRule } from '@grid-relief/shared-types/quarantine/policy-parameters.schema';
import type { Phase, PhaseKind } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { dayNumberOn, endOf, missedAt, type Numbering, type SamplingWindow, windowOf } from './test-windows.rules';

/** What an episode is counted from. Everything else about its days follows. */
export interface EpisodeCount {
  /** Last exposure, leaving the area, or entry, as the rule says. */
  readonly anchor: Date;
  readonly dayOneRule: DayOneRule;
  readonly phases: readonly Phase[];
  /** When the person was found or arrived. */
  readonly foundAt: Date;
  /** At this hour of the Shanghai day a test day without a swab is passed on. */
  readonly missedTestHour: number;
  /** The last change of rule that moved this episode, and the end it was given (handbook 5.7). */
  readonly recounted?: { readonly at: Date; readonly endsAt: Date } | undefined;
}

export interface PlannedPhase {
  readonly index: number;
  readonly kind: PhaseKind;
  readonly stayIn: boolean;
  /** The end of the phase before, also when that one ended late (handbook 9.1, rule 3). */
  readonly countedFrom: Date;
  readonly endsAt: Date;
}

/**
 * DUE: asked for. DROPPED: before the person was found, and so never missed. NOT_APPLICABLE: past already when a new
 * rule asked for it; it counts if a swab happens to lie on it, and is never missed.
 */
export type TestStanding = 'DUE' | 'DROPPED' | 'NOT_APPLICABLE';

export interface PlannedTest extends SamplingWindow {
  /** Index of the phase, and the number of the day in it. */
  readonly phase: number;
  readonly day: number;
  readonly swabs: 1 | 2;
  readonly standing: TestStanding;
}

export interface EpisodePlan {
  /** k: the number of the day on which the person was found, 0 before day 1. */
  readonly foundOnDay: number;
  /** The end had passed when the person was found: landing test only (handbook 9.1, rule 8). */
  readonly isElapsed: boolean;
  /** Always taken, from being found on (handbook 9.1, rule 5). */
  readonly landing: SamplingWindow;
  readonly phases: readonly PlannedPhase[];
  readonly tests: readonly PlannedTest[];
  readonly endsAt: Date;
}

/** The plan of an episode: its phases to the hour, its test days with their windows (handbook 9.1). Pure. */
export function planOf(given: EpisodeCount): EpisodePlan {
  const count = toTheMinute(given);
  const { anchor, dayOneRule, foundAt, recounted } = count;
  const rawEnds = rawEndsOf(count);
  // a rule that came later ends what runs; only the rule of the day of arrival makes an arrival too late
  const isElapsed = !recounted && foundAt >= (rawEnds.at(-1) ?? anchor);
  const toldAt = recounted ? latest(foundAt, recounted.at) : foundAt;
  const phases = count.phases.map((phase, index) => {
    const end = rawEnds[index] ?? anchor;
    const isEnd = index === count.phases.length - 1;
    return {
      ...{ index, kind: phase.kind, stayIn: phase.stayIn, countedFrom: rawEnds[index - 1] ?? anchor },
      endsAt: (isEnd ? recounted?.endsAt : undefined) ?? end,
    };
  });
  const landingOn = dayOf(foundAt);
  return {
    foundOnDay: dayNumberOn({ countedFrom: anchor, dayOneRule }, landingOn),
    isElapsed,
    landing: {
      ...{ date: landingOn, from: foundAt, until: startOfDay(addDays(landingOn, 1)) },
      missedAt: missedAt(landingOn, foundAt, count),
    },
    phases,
    tests: phases.flatMap((planned) => testsOf(count, planned, toldAt)),
    endsAt: phases.at(-1)?.endsAt ?? recounted?.endsAt ?? anchor,
  };
}

/** Ends by the rule alone, one a phase. Pure. */
function rawEndsOf({ anchor, phases }: Pick<EpisodeCount, 'anchor' | 'phases'>): Date[] {
  const ends: Date[] = [];
  for (const phase of phases) ends.push(endOf(ends.at(-1) ?? anchor, phase));
  return ends;
}

/** When the last phase ends by the rule alone. Pure. */
export function rawEndOf(count: Pick<EpisodeCount, 'anchor' | 'phases'>): Date {
  const anchor = minuteOf(count.anchor);
  return rawEndsOf({ anchor, phases: count.phases }).at(-1) ?? anchor;
}

function testsOf(count: EpisodeCount, planned: PlannedPhase, toldAt: Date): PlannedTest[] {
  const phase = count.phases[planned.index];
  if (!phase) return [];
  // days of a second phase are numbered from the end of the first, whatever the first one called its day 1
  const dayOneRule = planned.index === 0 ? count.dayOneRule : 'NEXT_DAY';
  const numbering: Numbering = { countedFrom: planned.countedFrom, dayOneRule };
  const told = { at: toldAt, missedTestHour: count.missedTestHour };
  return phase.testDays.map((day) => {
    const window = windowOf(numbering, phase, day, told);
    const swabs = phase.hasDoubleSampling && day === phase.days ? 2 : 1;
    return { ...window, phase: planned.index, day, swabs, standing: standingOf(window, phase, planned, count) };
  });
}

function standingOf(
  { date }: SamplingWindow,
  phase: Phase,
  { countedFrom }: PlannedPhase,
  { foundAt, recounted }: EpisodeCount,
): TestStanding {
  if (date < dayOf(foundAt) || endOf(countedFrom, phase) <= foundAt) return 'DROPPED';
  return recounted && date < dayOf(recounted.at) ? 'NOT_APPLICABLE' : 'DUE';
}

function toTheMinute({ recounted, ...count }: EpisodeCount): EpisodeCount {
  const [anchor, foundAt] = [minuteOf(count.anchor), minuteOf(count.foundAt)];
  if (!recounted) return { ...count, anchor, foundAt };
  return {
    ...{ ...count, anchor, foundAt },
    recounted: { at: minuteOf(recounted.at), endsAt: minuteOf(recounted.endsAt) },
  };
}

/** The phase somebody should be in: the first that is not over; at the end, the last. Pure. */
export function phaseAt({ phases }: Pick<EpisodePlan, 'phases'>, at: Date): number {
  const running = phases.find(({ endsAt }) => endsAt > minuteOf(at));
  return running?.index ?? Math.max(0, phases.length - 1);
}
