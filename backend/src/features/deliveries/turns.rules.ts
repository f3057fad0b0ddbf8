import type { Day } from '@grid-relief/shared-types/primitives/instants';

/** A household of a grid, and when it last had the good before the week began; absent: not for a long time. */
export interface TurnTaker {
  readonly id: string;
  readonly lastHad?: Date;
}

/** When a household's turn comes in a week; once it has come it stays until the week is over. */
export interface Turn {
  readonly day: Day;
  readonly isOpen: boolean;
}

const daysAWeek = 7;
const dayMs = 24 * 60 * 60 * 1000;

function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The Monday of a day's week. Pure. */
export function weekOf(day: Day): Day {
  const sinceSunday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((sinceSunday + daysAWeek - 1) % daysAWeek));
}

/**
 * The day of each household's turn in a week: whoever has gone without for longest comes first, and the seven days have
 * the same number of households, or one more. Each has its turn every week, so nobody waits longer than from one Monday
 * to the Sunday of the next week. Equals change places from week to week. Pure; the same whatever order they come in.
 */
export function turnDays(households: readonly TurnTaker[], week: Day): ReadonlyMap<string, Day> {
  const inTurn = households
    .map((household) => ({ ...household, since: household.lastHad?.getTime() ?? 0, lot: lotOf(household.id, week) }))
    .sort((a, b) => a.since - b.since || a.lot - b.lot || (a.id < b.id ? -1 : 1));
  return new Map(inTurn.map(({ id }, place) => [id, plusDays(week, Math.floor((place * daysAWeek) / inTurn.length))]));
}

/** Whether a turn has come. Pure. */
export function turnOn(day: Day, today: Day): Turn {
  return { day, isOpen: day <= today };
}

/** The lot of a household in a week: drawn from both by rule, so that everybody draws the same. */
function lotOf(id: string, week: Day): number {
  let lot = 2_166_136_261;
  for (const character of `${week}/${id}`) lot = Math.imul(lot ^ character.charCodeAt(0), 16_777_619) >>> 0;
  return lot;
}
