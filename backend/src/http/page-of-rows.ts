/** Where a row stands in its list: compared part by part. */
export type Place = readonly (number | string)[];

const defaultLimit = 30;

/** What a list query says about its page. */
export interface PageQuery {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * One page of rows in the order of their places. The mark of a page is the place of its last row, so that rows that
 * came or went meanwhile are neither skipped nor told twice. Pure.
 */
export function pageOfRows<T>(
  rows: readonly T[],
  placeOf: (row: T) => Place,
  { after, limit = defaultLimit }: PageQuery,
): { readonly rows: T[]; readonly next?: string } {
  const mark = readMark(after);
  const placed = rows.map((row) => ({ row, place: placeOf(row) })).sort((a, b) => compare(a.place, b.place));
  const behind = mark ? placed.filter(({ place }) => compare(place, mark) > 0) : placed;
  const page = behind.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    ...(behind.length > limit && last ? { next: Buffer.from(JSON.stringify(last.place)).toString('base64url') } : {}),
  };
}

/** What a list is drawn by: in which order, and how the records of one page are read whole. */
interface Drawing<Listed, Whole, Row> {
  readonly placeOf: (row: Listed) => Place;
  readonly wholeOf: (ids: readonly string[]) => Promise<readonly Whole[]>;
  /** Draws the records of a page, in their order. */
  readonly draw: (page: readonly Whole[]) => readonly Row[] | Promise<readonly Row[]>;
}

/** One page of records: all are put in order by little, and only what stands on the page is read whole. */
export async function pageOfRecords<L extends { readonly _id: string }, W extends { readonly _id: string }, R>(
  listed: readonly L[],
  query: PageQuery,
  { placeOf, wholeOf, draw }: Drawing<L, W, R>,
): Promise<{ readonly items: R[]; readonly next?: string }> {
  const { rows, ...more } = pageOfRows(listed, placeOf, query);
  const ids = rows.map(({ _id }) => _id);
  const whole = new Map((await wholeOf(ids)).map((one) => [one._id, one]));
  return { items: [...(await draw(ids.flatMap((id) => whole.get(id) ?? [])))], ...more };
}

function compare(a: Place, b: Place): number {
  for (const [at, one] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (one !== other) return one < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** A mark that is not ours begins at the first page. */
function readMark(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const ours = Array.isArray(read) && read.every((part) => typeof part === 'number' || typeof part === 'string');
    return ours ? read : undefined;
  } catch {
    return undefined;
  }
}
