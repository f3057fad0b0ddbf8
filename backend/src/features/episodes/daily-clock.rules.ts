import { addDays, type Day, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import type { HalfDay } from '@grid-relief/shared-types/quarantine/health-report.schema';
import { missedBy, type TestLine } from '../quarantine';
import type { HealthReport } from './episode';

/** By when a report is there, on a Shanghai clock (handbook 2.3: 10:30 and 20:30). */
const reportBy: Readonly<Record<HalfDay, readonly [hour: number, minute: number]>> = {
  MORNING: [10, 30],
  EVENING: [20, 30],
};
const noonHour = 12;

/** The half of the Shanghai day an instant lies in. Pure. */
export function halfOf(at: Date): HalfDay {
  return at < shanghaiInstant(dayOf(at), noonHour) ? 'MORNING' : 'EVENING';
}

/** The instant by which the report of a half day is there. Pure. */
export function reportDueAt(day: Day, half: HalfDay): Date {
  const [hour, minute] = reportBy[half];
  return shanghaiInstant(day, hour, minute);
}

/** The first such instant after this one. Pure. */
export function nextReportDue(after: Date): Date {
  const day = dayOf(after);
  const choices = [reportDueAt(day, 'MORNING'), reportDueAt(day, 'EVENING'), reportDueAt(addDays(day, 1), 'MORNING')];
  return choices.find((due) => due > after) ?? after;
}

/** A report that is taken as it came. Pure. */
export function isGiven(
  reports: readonly Pick<HealthReport, 'day' | 'half' | 'doubts'>[],
  day: Day,
  half: HalfDay,
): boolean {
  return reports.some((one) => one.day === day && one.half === half && one.doubts.length === 0);
}

/**
 * When the tests are looked at next: on the first evening on which one is missed, or the next one while some still are,
 * so that a missed day is told until it is made up. undefined: nothing is left to miss. Pure.
 */
export function nextTestLook(lines: readonly TestLine[], missedTestHour: number, after: Date): Date | undefined {
  const waited = lines.filter(({ state }) => state === 'AHEAD' || state === 'DUE').map(({ missedAt }) => missedAt);
  const evening = shanghaiInstant(dayOf(after), missedTestHour);
  const nextEvening = evening > after ? evening : shanghaiInstant(addDays(dayOf(after), 1), missedTestHour);
  const looks = [...waited.filter((at) => at > after), ...(missedBy(lines).length > 0 ? [nextEvening] : [])];
  return looks.length > 0 ? new Date(Math.min(...looks.map((at) => at.getTime()))) : undefined;
}
