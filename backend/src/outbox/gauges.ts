import type { Connection } from 'mongoose';
import { outboxCollections } from './collections';
import { outboxRecords } from './records';

/** How the outbox of one collection stands. */
export interface OutboxGauge {
  readonly collection: string;
  /** How long the oldest due document has been waiting, in milliseconds; 0 when none is. */
  readonly lagMs: number;
  /** Documents with a parked entry: each needs a person. */
  readonly parked: number;
}

/** Measures every outbox once; the caller decides how often and where the figures go. */
export function measureOutboxes(
  connection: Connection,
  now: Date,
  collections: readonly string[] = outboxCollections,
): Promise<OutboxGauge[]> {
  return Promise.all(
    collections.map(async (collection) => {
      const records = outboxRecords(connection, collection);
      const [oldest] = await records
        .find({ 'relay.due': { $lte: now } }, { projection: { relay: 1 } })
        .sort({ 'relay.due': 1 })
        .limit(1)
        .toArray();
      const lagMs = oldest?.relay.due ? now.getTime() - oldest.relay.due.getTime() : 0;
      return { collection, lagMs, parked: await records.countDocuments({ 'parked.0': { $exists: true } }) };
    }),
  );
}

/** How long the oldest due entry of all outboxes has been waiting, in milliseconds. By the index of the relay. */
export async function measureLag(connection: Connection, now: Date): Promise<number> {
  const lags = await Promise.all(
    outboxCollections.map(async (collection) => {
      const filter = { 'relay.due': { $lte: now } };
      const oldest = outboxRecords(connection, collection).find(filter, { projection: { relay: 1 } });
      const [first] = await oldest.sort({ 'relay.due': 1 }).limit(1).toArray();
      return first?.relay.due ? now.getTime() - first.relay.due.getTime() : 0;
    }),
  );
  return Math.max(0, ...lags);
}

/**
 * Puts the parked entries of a document back, to be tried anew at once.
 * @returns false when it has none
 */
export async function replayParked(
  connection: Connection,
  collection: string,
  record: { readonly id: string; readonly county: string },
  now: Date,
): Promise<boolean> {
  const fresh = { $mergeObjects: ['$$entry', { $literal: { attempts: 0, due: now } }] };
  const { matchedCount } = await outboxRecords(connection, collection).updateOne(
    { _id: record.id, county: record.county, 'parked.0': { $exists: true } },
    [
      {
        $set: {
          outbox: { $concatArrays: ['$outbox', { $map: { input: '$parked', as: 'entry', in: fresh } }] },
          'relay.due': { $min: ['$relay.due', { $literal: now }] },
        },
      },
      { $unset: ['parked'] },
    ],
  );
  return matchedCount > 0;
}
