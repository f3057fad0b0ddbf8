import { derivedId } from '../platform/ids';

const minuteMs = 60_000;

/** Looks at the same within so many minutes are one: one id, kept at the beginning of that spell. */
export function sameLook(county: string, at: Date, minutes: number, ...what: readonly string[]) {
  const spell = Math.floor(at.getTime() / (minutes * minuteMs));
  return { id: derivedId(county, ...what, String(spell)), county, at: new Date(spell * minutes * minuteMs) };
}
