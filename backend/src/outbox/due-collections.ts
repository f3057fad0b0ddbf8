import type { Connection } from 'mongoose';
import { across } from './across';

/**
 * Which of these collections have anything due, in their order: one look at the database instead of one for each of
 * them. What another relay has leased counts as due; leasing finds that out.
 */
export async function dueCollections(
  connection: Connection,
  collections: readonly string[],
  now: Date,
): Promise<string[]> {
  const found = await across<{ readonly from: string }>(connection, collections, (collection) => [
    { $match: { 'relay.due': { $lte: now } } },
    { $limit: 1 },
    { $project: { _id: 0, from: { $literal: collection } } },
  ]);
  return found.map(({ from }) => from);
}
