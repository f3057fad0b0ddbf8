import mongoose from 'mongoose';

/** Codes of a server that stops, steps down, or gave up waiting after the work may have been done. */
const passingCodes = new Set([6, 7, 50, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** True when the database was away, changing over or too slow this once: the same may succeed in a moment. */
export function isPassing(error: unknown): boolean {
  const { MongoError, MongoNetworkError, MongoServerError, MongoServerSelectionError } = mongoose.mongo;
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  // the driver does not export the first of these: all its connections were busy, and the operation was never sent
  if (error instanceof MongoError && ['MongoWaitQueueTimeoutError', 'MongoStalePrimaryError'].includes(error.name))
    return true;
  if (error instanceof MongoServerError && passingCodes.has(Number(error.code))) return true;
  return error instanceof MongoError && error.hasErrorLabel('RetryableWriteError');
}
