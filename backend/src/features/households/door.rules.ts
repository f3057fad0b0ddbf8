/** Words that stand between the numbers of a door, as people say and write them. */
const between = /号楼|单元|[栋幢楼室号户#]|[-—–_~～\s]+/g;
const numbers = /^\d{1,4}(?:-\d{1,4}){0,2}-?$/;

/** The length a building and a room are kept with, in counties that fill up with noughts. */
const widths = [2, 2, 4] as const;

/**
 * What a stored door code may begin with when somebody says "1-1-501", "1号楼1单元501" or only "1-1": with and without
 * noughts in front. What is no door number is looked for as it was typed. Pure.
 */
export function doorBeginnings(typed: string): readonly string[] {
  const said = typed.normalize('NFKC').trim();
  const plain = said.replace(between, '-').replace(/-+/g, '-').replace(/^-/, '');
  if (!numbers.test(plain)) return [said];
  const parts = plain.split('-').filter((part) => part !== '');
  const isWhole = plain.endsWith('-');
  return parts.reduce<string[]>(
    (begun, part, at) => {
      const isLast = at === parts.length - 1;
      const end = !isLast || (isWhole && at < widths.length - 1) ? '-' : '';
      return begun.flatMap((before) => waysToWrite(part, at, isLast).map((way) => `${before}${way}${end}`));
    },
    [''],
  );
}

/** `501` may be kept as `501` or `0501`; of a room half said, `5`, the nought before it belongs to the floor. */
function waysToWrite(part: string, at: number, isLast: boolean): string[] {
  const bare = String(Number(part));
  const width = widths[at] ?? 0;
  const isHalfRoom = isLast && at === widths.length - 1 && bare.length < width - 1;
  return [...new Set([bare, isHalfRoom ? `0${bare}` : bare.padStart(width, '0')])];
}
