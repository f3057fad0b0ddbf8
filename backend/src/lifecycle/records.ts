import type { Collection, mongo } from 'mongoose';
import { servedByIndex } from '../platform/database';
import type { Tracked } from './tracked';

/** A mongoose collection, as `Model.collection` or `connection.collection(name)` gives it. */
export type NativeCollection = Collection;

/** The same collection of the driver, seen as plain documents with our string ids. */
export type Records<D> = mongo.Collection<D & { _id: string }>;

/**
 * The driver's own collection, its filters served by the planned indexes, past mongoose's buffer: while the server is away a call must fail at once, rather than
 * wait in a queue and land after its caller was told that the outcome is unknown.
 * @throws when the connection was never opened
 */
export function recordsIn<D = Tracked>(collection: NativeCollection, name = collection.collectionName): Records<D> {
  const { db } = collection.conn;
  if (!db) throw new Error('The database connection is not open.');
  return servedByIndex(db.collection<D & { _id: string }>(name));
}
