import type { Connection } from 'mongoose';
import { outboxRecords } from './records';

/**
 * Which of these collections have anything due, in their order: one look at the database instead of one for each of
 * them. What another relay has leased counts as due; leasing finds that out.
 */
export async function dueCollections(
  connection: Connection,
  collections: readonly string[],
  now: Date,
): Promise<string[]> {
  const [first, ...others] = collections;
  if (first === undefined) return [];
  const found = await outboxRecords(connection, first)
    .aggregate<{ readonly from: string }>([
      ...oneDueIn(first, now),
      ...others.map((coll) => ({ $unionWith: { coll, pipeline: oneDueIn(coll, now) } })),
    ])
    .toArray();
  return found.map(({ from }) => from);
}

function oneDueIn(collection: string, now: Date) {
  return [
    { $match: { 'relay.due': { $lte: now } } },
    { $limit: 1 },
    { $project: { _id: 0, from: { $literal: collection } } },
  ];
}
