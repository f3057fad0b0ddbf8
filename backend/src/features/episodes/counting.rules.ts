import { type Day, dayOf, daysBetween } from '@grid-relief/shared-types/primitives/instants';
import {
  type EpisodeCount,
  type EpisodePlan,
  planOf,
  type ReleaseVerdict,
  releaseAt,
  type TestLine,
  testLines,
} from '../quarantine';
import type { EpisodeDetail } from './episode';

type Counted = Pick<
  EpisodeDetail,
  | 'anchor'
  | 'foundAt'
  | 'dayOneRule'
  | 'missedTestHour'
  | 'phases'
  | 'swabs'
  | 'siteSamplesAt'
  | 'linkedNegativeAt'
  | 'linkedContact'
  | 'phase'
  | 'placement'
  | 'recounted'
>;

/** What an episode is counted from. Pure. */
export function countOf({ anchor, foundAt, dayOneRule, missedTestHour, phases, recounted }: Counted): EpisodeCount {
  return { anchor, foundAt, dayOneRule, missedTestHour, phases, recounted };
}

/** The days of an episode, by the rules of handbook 9 alone. Pure. */
export function planFor(detail: Counted): EpisodePlan {
  return planOf(countOf(detail));
}

/** Every test as it stands now. Pure. */
export function linesFor(detail: Counted, now: Date): TestLine[] {
  return testLines(planFor(detail), detail.swabs, now);
}

/** Whether the phase ends now, and if not, why. Pure. */
export function verdictFor(detail: Counted, now: Date): ReleaseVerdict {
  const { phase, placement = 'HOME', swabs, siteSamplesAt, linkedNegativeAt, linkedContact } = detail;
  const samples = siteSamplesAt && { person: siteSamplesAt, belongings: siteSamplesAt, room: siteSamplesAt };
  const facts = { phase, placement, swabs, siteSamples: samples, linkedContactNegativeAt: linkedNegativeAt };
  return releaseAt(planFor(detail), facts, linkedContact, now);
}

/** "Day 5 of 14, 9 to go", by Shanghai days over all phases; day 0 before the first. Pure. */
export function dayCountOf(detail: Counted, now: Date): { number: number; of: number; left: number } {
  const plan = planFor(detail);
  const of = detail.phases.reduce((sum, { days }) => sum + days, 0);
  const today = dayOf(now);
  return { number: dayNumberFor(detail, today), of, left: Math.max(0, daysBetween(today, dayOf(plan.endsAt))) };
}

/** The number of a Shanghai day in the whole quarantine, never more than it has days. Pure. */
export function dayNumberFor(
  { anchor, dayOneRule, phases }: Pick<Counted, 'anchor' | 'dayOneRule' | 'phases'>,
  day: Day,
): number {
  const of = phases.reduce((sum, { days }) => sum + days, 0);
  const sinceAnchor = daysBetween(dayOf(anchor), day) + (dayOneRule === 'NEXT_DAY' ? 0 : 1);
  return Math.min(of, Math.max(0, sinceAnchor));
}
