import { z } from '../zod';

/** An instant on the wire: ISO 8601 in UTC with milliseconds optional, always ending in Z. */
export const Instant = z.iso.datetime({ error: 'instant' });
export type Instant = z.infer<typeof Instant>;

/** A calendar day in Asia/Shanghai, YYYY-MM-DD. */
export const Day = z.iso.date({ error: 'day' });
export type Day = z.infer<typeof Day>;

const shanghaiOffsetMs = 8 * 60 * 60 * 1000;

/** The Shanghai day of an instant. China has kept one zone without summer time since 1992, so an offset is exact. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** The instant of a Shanghai wall-clock time on a day, e.g. ('2022-04-18', 9, 30). */
export function shanghaiInstant(day: Day, hour: number, minute = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - shanghaiOffsetMs + (hour * 60 + minute) * 60_000);
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
