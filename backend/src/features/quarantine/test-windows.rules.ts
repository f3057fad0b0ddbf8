import {
  addDays,
  addHours,
  type Day,
  dayOf,
  daysBetween,
  latest,
  shanghaiInstant,
  startOfDay,
} from '@grid-relief/shared-types/primitives/instants';
import type { DayOneRule } from '@grid-relief/shared-types/quarantine/policy-parameters.schema';
import type { Phase } from '@grid-relief/shared-types/quarantine/policy-set.schema';

/** When a swab counts for a day of testing, and when somebody hears that there is none. */
export interface SamplingWindow {
  readonly date: Day;
  /** Not before this instant; and before `until` to be in time. */
  readonly from: Date;
  readonly until: Date;
  readonly missedAt: Date;
}

/** From which instant a phase counts, and how its days are numbered. */
export interface Numbering {
  readonly countedFrom: Date;
  readonly dayOneRule: DayOneRule;
}

/** D(n): the Shanghai date of day n (handbook 9.1, rule 2). Pure. */
export function dateOfDay({ countedFrom, dayOneRule }: Numbering, day: number): Day {
  return addDays(dayOf(countedFrom), dayOneRule === 'NEXT_DAY' ? day : day - 1);
}

/** The number of a Shanghai date; whatever lies before day 1 is day 0 (handbook 9.1, rule 2). Pure. */
export function dayNumberOn(numbering: Numbering, date: Day): number {
  return Math.max(0, daysBetween(dateOfDay(numbering, 0), date));
}

/** When a phase ends: stretches of 24 hours, whichever day is called the first (handbook 9.1, rule 3). Pure. */
export function endOf(countedFrom: Date, { days }: Pick<Phase, 'days'>): Date {
  return addHours(countedFrom, 24 * days);
}

/**
 * The window of test day n. The last swab of a phase is never taken before the last day, nor earlier than 24 hours
 * before the end (handbook 9.1, rule 4); where the anchor's own day is day 1, the second decides. Pure.
 */
export function windowOf(
  numbering: Numbering,
  phase: Pick<Phase, 'days'>,
  day: number,
  told: { readonly at: Date; readonly missedTestHour: number },
): SamplingWindow {
  const date = dateOfDay(numbering, day);
  const isLast = day === phase.days;
  const dayBeforeEnd = addHours(endOf(numbering.countedFrom, phase), -24);
  const from = isLast ? latest(startOfDay(date), dayBeforeEnd) : startOfDay(date);
  return { date, from, until: startOfDay(addDays(date, 1)), missedAt: missedAt(date, latest(from, told.at), told) };
}

/**
 * The evening on which a day without a swab is passed on (handbook 9.1, rule 7): that of the day itself, or the first
 * after the swab could be taken and the person was known. Pure.
 */
export function missedAt(date: Day, possibleFrom: Date, { missedTestHour }: { readonly missedTestHour: number }): Date {
  const evening = shanghaiInstant(date, missedTestHour);
  if (evening > possibleFrom) return evening;
  const sameDay = shanghaiInstant(dayOf(possibleFrom), missedTestHour);
  return sameDay > possibleFrom ? sameDay : addHours(sameDay, 24);
}
