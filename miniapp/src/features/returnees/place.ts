/** How a place is named, the widest part first. */
export const placeLevels = ['province', 'city', 'county', 'street'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/** Municipalities (GB/T 2260): province and city are one, and people write it once. */
const municipalities: readonly string[] = ['北京市', '天津市', '上海市', '重庆市'];

export type Place = {
  /** From the widest part down to the narrowest that was written. */
  readonly place: readonly string[];
  /** The first part that has to be written: the county compares places from the widest part down. */
  readonly missing: PlaceLevel | undefined;
};

/** The place that was typed, part by part; nothing below a gap is dropped, the gap is named. Pure. */
export function placeOf(parts: readonly string[]): Place {
  const typed = placeLevels.map((_, depth) => parts[depth]?.trim() ?? '');
  const [province = '', city = '', ...rest] = typed;
  const isWrittenOnce = city === '' && municipalities.includes(province) && rest.some((part) => part !== '');
  const known = isWrittenOnce ? [province, province, ...rest] : typed;
  const narrowest = known.reduce((last, part, depth) => (part === '' ? last : depth), 0);
  const place = known.slice(0, narrowest + 1);
  return { place, missing: placeLevels[place.indexOf('')] };
}
