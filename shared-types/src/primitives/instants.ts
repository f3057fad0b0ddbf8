import * as z from '../zod';

/** An instant on the wire: ISO 8601 in UTC with milliseconds optional, always ending in Z. */
export const Instant = z.iso.datetime({ error: 'instant' });
export type Instant = z.infer<typeof Instant>;

/** A calendar day in Asia/Shanghai, YYYY-MM-DD. */
export const Day = z.iso.date({ error: 'day' });
export type Day = z.infer<typeof Day>;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const shanghaiOffsetMs = 8 * 60 * minuteMs;

/** The Shanghai day of an instant. China has kept one zone without summer time since 1992, so an offset is exact. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** The instant of a Shanghai wall-clock time on a day, e.g. ('2022-04-18', 9, 30). */
export function shanghaiInstant(day: Day, hour: number, minute = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiOffsetMs + (hour * 60 + minute) * minuteMs);
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * minuteMs);
}

export function addHours(instant: Date, hours: number): Date {
  return addMinutes(instant, hours * 60);
}

/** The day so many days later on the calendar; earlier, when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** How many days `to` lies after `from` on the calendar; negative, when before. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
}

/** The instant at which a Shanghai day begins, which is the end of the day before. */
export function startOfDay(day: Day): Date {
  return shanghaiInstant(day, 0);
}

/** The minute an instant lies in: quarantine compares to the minute, never to the second (handbook 9.1). */
export function minuteOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs);
}

/** The latest of some instants. */
export function latest(first: Date, ...others: readonly Date[]): Date {
  return new Date(Math.max(...[first, ...others].map((instant) => instant.getTime())));
}

/** The earliest of some instants. */
export function earliest(first: Date, ...others: readonly Date[]): Date {
  return new Date(Math.min(...[first, ...others].map((instant) => instant.getTime())));
}
