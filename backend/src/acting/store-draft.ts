import { Problem } from '../http/problem';
import { untilKnown } from '../lifecycle';

/** How a draft is kept under the id its client has made. */
interface Drafting<D> {
  readonly find: () => Promise<D | null>;
  readonly make: () => Promise<D>;
  /** @returns false when something is there already */
  readonly insert: (record: D) => Promise<boolean>;
  /** Whether it is this very draft of this very person. */
  readonly isSame: (stored: D) => boolean;
}

/**
 * Stores a draft once; the same draft again answers the stored one.
 * @throws Problem id-taken, outcome-unknown, and what `make` says
 */
export async function storeDraft<D>({ find, make, insert, isSame }: Drafting<D>): Promise<D> {
  const earlier = await find();
  if (earlier) return ifSame(earlier, isSame);
  const record = await make();
  if (await untilKnown(() => insert(record))) return record;
  return ifSame(await find(), isSame);
}

function ifSame<D>(stored: D | null, isSame: (stored: D) => boolean): D {
  if (!stored || !isSame(stored)) throw new Problem('id-taken');
  return stored;
}
