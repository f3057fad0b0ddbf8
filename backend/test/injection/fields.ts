/** A value put in the place of one field, however deep it lies. */
export interface Place {
  readonly pointer: string;
  put(value: unknown): unknown;
}

/** Every field of a sample, and every item of its lists, as a place for another value. */
export function placesIn(sample: unknown, pointer = '', put = (value: unknown): unknown => value): Place[] {
  if (typeof sample !== 'object' || sample === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(sample) ? [...sample.entries()] : Object.entries(sample);
  return entries.flatMap(([key, value]) => {
    const here = (other: unknown) =>
      put(Array.isArray(sample) ? sample.with(Number(key), other) : { ...sample, [key]: other });
    const at = `${pointer}/${key}`;
    return [{ pointer: at, put: here }, ...placesIn(value, at, here)];
  });
}
