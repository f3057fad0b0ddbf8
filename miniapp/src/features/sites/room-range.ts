/** What stands on so many doors, from the first on: 301, 302, …; the sign before the number stays. Pure. */
export function roomRange(first: string, count: number): string[] {
  const found = /^(.*?)(\d+)(\D*)$/.exec(first.trim());
  if (!found || count < 1) return [];
  const [, before = '', digits = '', after = ''] = found;
  const from = Number(digits);
  return Array.from(
    { length: count },
    (_, nth) => `${before}${String(from + nth).padStart(digits.length, '0')}${after}`,
  );
}
