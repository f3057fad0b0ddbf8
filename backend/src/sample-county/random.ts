import { makeId } from '@grid-relief/shared-types/primitives/ids';

/** A source of chance that gives the same values for the same seed, on every machine. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  /** True in this share of cases. */
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** An id of the county's records; its time part is fixed, so that a second run makes the same ids. */
  id(county: string): string;
}

const idTime = Date.UTC(2022, 3, 1);

/** Mulberry32: 32 bits of state are plenty for sample data, and nothing here guards a secret. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    int: (least, most) => least + Math.floor(next() * (most - least + 1)),
    happens: (share) => next() < share,
    pick: (from) => {
      const chosen = from[Math.floor(next() * from.length)];
      if (chosen === undefined) throw new Error('Nothing to pick from.');
      return chosen;
    },
    id: (county) => makeId(county, idTime, next),
  };
}
