/** So many of a list, evenly spread over it: every part of a county has its share of a short day. Pure. */
export function spread<T>(all: readonly T[], count: number): T[] {
  const wanted = Math.min(count, all.length);
  return Array.from({ length: wanted }, (_, i) => all[Math.floor((i * all.length) / wanted)]).flatMap((one) =>
    one === undefined ? [] : [one],
  );
}
