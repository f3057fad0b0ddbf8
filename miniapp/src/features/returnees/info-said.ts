import { type PlaceLevel, placeOf } from './place';
import { type Draft, nowhereYet } from './report-draft';
import { ago, arrivalAt, isDays } from './report-rules';

/** What somebody learnt on the phone, as it is filled in. */
export type InfoSaid = {
  readonly words: string;
  readonly place: Draft['places'][number];
  /** Days ahead. */
  readonly day: string | undefined;
};

export const nothingLearnt: InfoSaid = { words: '', place: nowhereYet, day: undefined };

/** An hour of the day on which somebody arrives whose hour nobody asked. Ours. */
const noon = '12';

export type Info = {
  /** As the contract takes it; absent while something is needed. */
  readonly body?: object;
  readonly need?: 'need-info' | 'need-came' | 'bad-left' | 'need-level';
  /** The part of the place that has to be written. */
  readonly missing?: PlaceLevel | undefined;
};

const isUntold = ({ parts, came, left }: Draft['places'][number]) => [...parts, came, left].every((one) => one === '');

/** What is sent once it is clear; an answer without anything in it is none. Pure. */
export function infoFrom({ words, place, day }: InfoSaid, now: Date): Info {
  const hasPlace = !isUntold(place);
  if (words.trim() === '' && !hasPlace && day === undefined) return { need: 'need-info' };
  const { place: known, missing } = placeOf(place.parts);
  const { came, left } = place;
  if (hasPlace && missing !== undefined) return { need: 'need-level', missing };
  if (hasPlace && !isDays(came)) return { need: 'need-came' };
  if (hasPlace && isDays(left) && Number(left) > Number(came)) return { need: 'bad-left' };
  const to = ago(left, now);
  const stay = { place: known, from: ago(came, now), ...(to !== undefined && { to }) };
  return {
    body: {
      ...(words.trim() !== '' && { reason: { code: 'CONFIRMED', words: words.trim() } }),
      ...(hasPlace && { stays: [stay] }),
      ...(day !== undefined && { plannedArrival: arrivalAt(day, noon, now) }),
    },
  };
}
