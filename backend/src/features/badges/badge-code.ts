import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** A badge shows a new code each minute; the one before is good for another: a screenshot fails after two minutes. */
export const rotationMs = 60_000;
const digitCount = 6;
const digitSpace = 10 ** digitCount;
const signatureChars = 22;

/** The minute a badge's code belongs to. */
export function minuteOf(now: Date): number {
  return Math.floor(now.getTime() / rotationMs);
}

/**
 * Six digits of a person in a minute. Two people may have the same ones: whoever checks asks among those on duty nearby.
 * @param key of this use alone
 */
export function digitsOf(key: KeyObject, person: string, minute: number): string {
  const hash = createHmac('sha256', key).update(`digits\n${person}\n${minute}`).digest();
  return String(hash.readUIntBE(0, 6) % digitSpace).padStart(digitCount, '0');
}

/** What the badge's square code holds: person and minute, signed. Says nothing that the checking person may not know. */
export function qrOf(key: KeyObject, person: string, minute: number): string {
  return `GR1.${person}.${minute}.${signature(key, person, minute)}`;
}

/** The person of a square code that is of this minute or the one before; undefined for any other text. */
export function personOfQr(key: KeyObject, text: string, now: Date): string | undefined {
  const [version, person = '', minuteText = '', given = ''] = text.split('.');
  const minute = Number(minuteText);
  if (version !== 'GR1' || !goodMinutes(now).includes(minute)) return undefined;
  const expected = Buffer.from(signature(key, person, minute));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? person : undefined;
}

/** This minute and the one before. */
export function goodMinutes(now: Date): readonly number[] {
  return [minuteOf(now), minuteOf(now) - 1];
}

function signature(key: KeyObject, person: string, minute: number): string {
  const hash = createHmac('sha256', key).update(`qr\n${person}\n${minute}`).digest('base64url');
  return hash.slice(0, signatureChars);
}
