import { addMinutes, dayOf, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import type { Line } from '../delivery';
import type { RunWindow } from './run';

/** How requests are put together. Data; hours are Shanghai wall-clock time. */
export interface BatchingPolicy {
  readonly windows: readonly { readonly fromHour: number; readonly toHour: number }[];
  readonly cutOffMinutes: number;
  readonly maxHouseholds: number;
  readonly maxGrams: number;
  /** Whether the grid may lock a run before its cut-off: in the demonstration nobody wants to wait for nine o'clock. */
  readonly earlyLock: boolean;
}

/** Handbook 4.5: windows 09–11 and 15–17, cut-off one hour before, at most 8 households or 60 kg. */
export const batchingPolicy: BatchingPolicy = {
  windows: [
    { fromHour: 9, toHour: 11 },
    { fromHour: 15, toHour: 17 },
  ],
  cutOffMinutes: 60,
  maxHouseholds: 8,
  maxGrams: 60_000,
  earlyLock: false,
};

const minutesPerDay = 24 * 60;

/** The next window whose cut-off has not come yet. Pure. @throws when the policy has no window */
export function windowFor(now: Date, policy: BatchingPolicy): RunWindow {
  for (const day of [dayOf(now), dayOf(addMinutes(now, minutesPerDay))]) {
    for (const { fromHour, toHour } of policy.windows) {
      const from = shanghaiInstant(day, fromHour);
      const cutOff = addMinutes(from, -policy.cutOffMinutes);
      if (cutOff > now) return { from, to: shanghaiInstant(day, toHour), cutOff };
    }
  }
  throw new Error('the batching policy has no window');
}

/** What the goods of a request weigh together. Grams. Pure. */
export function weightOf(lines: readonly Pick<Line, 'weightGrams' | 'quantity'>[]): number {
  return lines.reduce((sum, { weightGrams, quantity }) => sum + weightGrams * quantity, 0);
}

/**
 * Doors in walking order: building, unit, then floor and room, as the door code names them (`12-2-0501`). Codes that
 * are not numbers come last, in alphabetical order. Pure; the same order whatever order they come in.
 */
export function walkingOrder(doors: readonly { readonly delivery: string; readonly doorCode: string }[]): string[] {
  return [...doors]
    .sort((a, b) => byDoor(a.doorCode, b.doorCode) || (a.delivery < b.delivery ? -1 : 1))
    .map(({ delivery }) => delivery);
}

function byDoor(a: string, b: string): number {
  const left = a.split('-');
  const right = b.split('-');
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const one = left[i] ?? '';
    const other = right[i] ?? '';
    const difference = numberOf(one) - numberOf(other);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** Larger than any number a door has. */
const afterAllNumbers = 1e9;

function numberOf(part: string): number {
  return /^\d+$/.test(part) ? Number(part) : afterAllNumbers;
}
