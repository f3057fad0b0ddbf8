import type { Connection } from 'mongoose';
import { outboxRecords } from '../outbox/records';

type Stages = readonly Record<string, unknown>[];

/**
 * What the same question finds in each of these collections, one after the other, by one look at the database. For tests,
 * whose databases are small and who ask very often: SecantusDB decodes all of each collection (decision 0019).
 * @param question stages for one collection, which may name it in its answer
 */
export async function across<Found extends object>(
  connection: Connection,
  [first, ...others]: readonly string[],
  question: (collection: string) => Stages,
  after: Stages = [],
): Promise<Found[]> {
  if (first === undefined) return [];
  const beside = others.map((coll) => ({ $unionWith: { coll, pipeline: [...question(coll)] } }));
  return outboxRecords(connection, first)
    .aggregate<Found>([...question(first), ...beside, ...after])
    .toArray();
}
