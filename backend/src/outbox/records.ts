import type { Connection, mongo } from 'mongoose';
import type { WithOutbox } from './entry';

/** A collection with an outbox, through the driver itself. */
export type OutboxRecords = mongo.Collection<WithOutbox & { _id: string }>;

/**
 * The driver's own collection, past mongoose's buffer: an outage is an error at once.
 * @throws when the connection was never opened
 */
export function outboxRecords(connection: Connection, name: string): OutboxRecords {
  if (!connection.db) throw new Error('The database connection is not open.');
  return connection.db.collection<WithOutbox & { _id: string }>(name);
}
