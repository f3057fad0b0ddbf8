import type { BookRow } from './checks';
import { collection, get, type Somebody } from './scene';

/** The book of a run and of its doors. */
export async function bookOf({
  ids,
  run,
}: {
  readonly ids: readonly string[];
  readonly run: string;
}): Promise<BookRow[]> {
  const rows = collection('ledger').find({ $or: [{ run }, { delivery: { $in: [...ids] } }] } as object);
  return (await rows.toArray()) as unknown as BookRow[];
}

/** What is owed to somebody, as they read it. */
export const owedTo = async (person: Somebody): Promise<number> => (await get(person, '/ledger/mine')).body.owedToMeFen;

/** How the money of a run stands with whoever holds it. */
export const moneyOf = async (person: Somebody) => (await get(person, '/ledger/runs')).body.items[0];
