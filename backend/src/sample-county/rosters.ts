import { addHours, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';

/** Four shifts round the clock: 00, 06, 12 and 18 o'clock in Shanghai (handbook 6). Hours. */
const shiftHours = 6;
const shiftMs = shiftHours * 60 * 60 * 1000;

/**
 * When a sample volunteer works: a crew has two shifts in a row, so twelve hours of a day and twelve of rest; the
 * people of the demonstration have every one, because whoever tries it should meet them at any hour.
 */
export type SampleRoster = 'EVERY_SHIFT' | 'CREW_1' | 'CREW_2' | 'CREW_3' | 'CREW_4';

const crews = ['CREW_1', 'CREW_2', 'CREW_3', 'CREW_4'] as const;

export interface Shift {
  /** Of its day, from 0. */
  readonly nth: number;
  readonly from: Date;
  readonly to: Date;
}

/** The shift that runs at an instant. Pure. */
export function shiftAt(at: Date): Shift {
  const midnight = shanghaiInstant(dayOf(at), 0);
  const nth = Math.floor((at.getTime() - midnight.getTime()) / shiftMs);
  const from = addHours(midnight, nth * shiftHours);
  return { nth, from, to: addHours(from, shiftHours) };
}

/** Who works in this shift: two crews, and whoever works in each. Pure. */
export function rostersIn({ nth }: Pick<Shift, 'nth'>): SampleRoster[] {
  const { length } = crews;
  const working = crews.filter((_, crew) => nth === crew || nth === (crew + 1) % length);
  return ['EVERY_SHIFT', ...working];
}

/** Whether a volunteer of this roster works at an instant. Pure. */
export function isOnShift(roster: SampleRoster, at: Date): boolean {
  return rostersIn(shiftAt(at)).includes(roster);
}

/** The crew of the next volunteer of a grid that has so many: the first two never rest at once. Pure. */
export function crewAfter(has: number): SampleRoster {
  return (['CREW_1', 'CREW_3', 'CREW_2', 'CREW_4'] as const)[has % crews.length] ?? 'CREW_1';
}
