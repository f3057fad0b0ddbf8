import { createHash, randomInt } from 'node:crypto';
import { makeId } from '@grid-relief/shared-types/primitives/ids';
import { type Clock, systemClock } from './clock';

/** Makes ids for one county. */
export type IdSource = (county: string) => string;

/** Letters that nobody takes for another, also read out over the phone; thirty-two, so that five bits are one. */
export const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const tailLength = 26;
const randomSteps = 2 ** 32;

/** Ids that sort by time and cannot be guessed: the tail comes from the system's random source. */
export function idSource(now: Clock = systemClock): IdSource {
  return (county) => makeId(county, now().getTime(), () => randomInt(randomSteps) / randomSteps);
}

/**
 * The same id for the same parts, on every machine: what follows from a cause is named after it, so that a second
 * delivery of the cause finds it already there.
 */
export function derivedId(county: string, ...parts: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  let tail = '';
  // five bits of each byte: 130 bits in all
  for (let i = 0; i < tailLength; i++) tail += alphabet.charAt((hash[i] ?? 0) % alphabet.length);
  return `${county}-${tail}`;
}
