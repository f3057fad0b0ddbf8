import { addMinutes, type Day, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';

/** When a pick-up place is open, in minutes of the Shanghai day. */
export interface PlaceHours {
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** Figures of handbook 2.1c and 7: one household per 3 minutes and place, 20 an hour; the others are ours. */
export const pickupPolicy = {
  turnMinutes: 3,
  /** So long a bag waits on its place after the turn has begun. */
  waitMinutes: 15,
  /** The household is reminded so long before its turn. */
  remindMinutes: 10,
  /** Nobody is sent out at once: from telling to the turn, with the goods on the way, and before that. */
  leadMinutes: { onTheWay: 15, before: 40 },
  /** Today and so many days after it can be chosen. */
  daysAhead: 2,
  /** After so many missed times it goes to the door. */
  missedAtMost: 2,
} as const;

/** Where the zone names no hours. */
export const usualHours: PlaceHours = { opensMinute: 8 * 60, closesMinute: 20 * 60 };

/** What is known of a place when a time is looked for. */
export interface PlaceTimes {
  readonly hours: PlaceHours;
  /** Beginnings that somebody has, in epoch milliseconds. */
  readonly taken: ReadonlySet<number>;
  /** Nothing earlier than this. */
  readonly notBefore: Date;
}

/** When a turn that begins at this instant ends. Pure. */
export function turnEnd(from: Date): Date {
  return addMinutes(from, pickupPolicy.turnMinutes);
}

/** Until when a bag waits for its household: as long from the turn, and never shorter from being there. Pure. */
export function waitsUntil(from: Date, there: Date): Date {
  return addMinutes(there > from ? there : from, pickupPolicy.waitMinutes);
}

/** Beginnings of all turns of a Shanghai day; the last one ends when the place closes, or before. Pure. */
export function turnsOfDay(day: Day, { opensMinute, closesMinute }: PlaceHours): Date[] {
  const { turnMinutes } = pickupPolicy;
  const turns = Math.max(0, Math.floor((closesMinute - opensMinute) / turnMinutes));
  const opens = addMinutes(shanghaiInstant(day, 0), opensMinute);
  return Array.from({ length: turns }, (_, turn) => addMinutes(opens, turn * turnMinutes));
}

/** Days that can be chosen, today first. Pure. */
export function daysToChoose(now: Date): Day[] {
  return Array.from({ length: pickupPolicy.daysAhead + 1 }, (_, ahead) =>
    dayOf(addMinutes(now, ahead * minutesPerDay)),
  );
}

const minutesPerDay = 24 * 60;

/** Free beginnings of one day, earliest first. Pure. */
export function freeTurns(day: Day, { hours, taken, notBefore }: PlaceTimes): Date[] {
  return turnsOfDay(day, hours).filter((turn) => turn >= notBefore && !taken.has(turn.getTime()));
}

/** Free beginnings of all days that can be chosen, earliest first. Pure. */
export function allFreeTurns(now: Date, times: PlaceTimes): Date[] {
  return daysToChoose(now).flatMap((day) => freeTurns(day, times));
}

/** Whether a turn begins at this instant while the place is open, on a day that can be chosen. Pure. */
export function isTurn(at: Date, now: Date, { opensMinute, closesMinute }: PlaceHours): boolean {
  const day = dayOf(at);
  if (!daysToChoose(now).includes(day)) return false;
  const sinceOpening = (at.getTime() - shanghaiInstant(day, 0).getTime()) / 60_000 - opensMinute;
  const closes = closesMinute - opensMinute;
  const { turnMinutes } = pickupPolicy;
  return sinceOpening >= 0 && sinceOpening % turnMinutes === 0 && sinceOpening + turnMinutes <= closes;
}

/** The lowest number of a place on which no bag stands; undefined: all are taken. Pure. */
export function freeNumber(numbers: number, taken: ReadonlySet<number>): number | undefined {
  for (let number = 1; number <= numbers; number++) if (!taken.has(number)) return number;
  return undefined;
}
