import type { Connection } from 'mongoose';
import { outboxRecords } from './records';

/**
 * Which of these collections have anything due, in their order. What another relay has leased counts as due; leasing finds
 * that out. Each is asked by itself, by the index of its relay: one question over all of them (`$unionWith`) makes
 * SecantusDB decode every document there is, once a second in each process (decision 0019).
 */
export async function dueCollections(
  connection: Connection,
  collections: readonly string[],
  now: Date,
): Promise<string[]> {
  const due = { 'relay.due': { $lte: now } };
  const found = await Promise.all(
    collections.map((name) => outboxRecords(connection, name).findOne(due, { projection: { _id: 1 } })),
  );
  return collections.filter((_name, nth) => found[nth]);
}
