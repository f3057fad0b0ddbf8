import { parseArgs } from 'node:util';

/** What `npm run fuzz --` was asked for. */
export interface FuzzOptions {
  /** How many requests to send at least. */
  readonly cases: number;
  /** The same number makes the same requests, as far as the records are the same. */
  readonly seed: number;
  /** Of the operations, one in so many is tried at every boundary of every field; which, the seed decides. */
  readonly boundariesOneIn: number;
}

/** Every boundary of every operation once (unless told otherwise), and a few random requests of each kind of person. */
const standardCases = 20_000;
const mostCases = 10_000_000;
const rarestBoundaries = 10;
const seeds = 2 ** 31;

/** @throws with one sentence on anything it does not know */
export function readFuzzOptions(args: readonly string[], random: () => number = Math.random): FuzzOptions {
  const number = { type: 'string' } as const;
  const options = { cases: number, seed: number, 'boundaries-one-in': number };
  const { values } = parseArgs({ args: [...args], options });
  const cases = Number(values.cases ?? standardCases);
  const seed = Number(values.seed ?? Math.floor(random() * seeds));
  if (!Number.isInteger(cases) || cases < 1 || cases > mostCases) {
    throw new Error(`--cases is a whole number from 1 to ${mostCases}.`);
  }
  if (!Number.isInteger(seed) || seed < 0) throw new Error('--seed is a whole number.');
  const boundariesOneIn = Number(values['boundaries-one-in'] ?? 1);
  if (!Number.isInteger(boundariesOneIn) || boundariesOneIn < 1 || boundariesOneIn > rarestBoundaries) {
    throw new Error(`--boundaries-one-in is a whole number from 1 to ${rarestBoundaries}.`);
  }
  return { cases, seed, boundariesOneIn };
}
