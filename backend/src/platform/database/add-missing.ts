import mongoose from 'mongoose';
import { isDuplicate } from './duplicate';

/** A mongoose model or a collection of the driver. */
interface Writable {
  bulkWrite(operations: never, options: never): Promise<unknown>;
  countDocuments(filter: never): PromiseLike<number>;
}

/**
 * Stores documents under the ids they bring, in one round trip; one that is there already stays as it is.
 * @throws when one of them cannot be stored: also where another document has what must be unique
 */
export async function addMissing(into: Writable, wanted: readonly { readonly _id: string }[]): Promise<void> {
  if (wanted.length === 0) return;
  const operations = wanted.map(({ _id, ...rest }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
  }));
  try {
    // one shape of write for all collections, whose own types say the same of different documents
    await into.bulkWrite(operations as never, { ordered: false } as never);
  } catch (error) {
    // two who add the same at one moment may both find it missing: whoever is refused has what was wanted
    if (!isOnlyDuplicates(error) || !(await areThere(into, wanted))) throw error;
  }
}

function isOnlyDuplicates(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('writeErrors' in error)) return isDuplicate(error);
  const { writeErrors } = error;
  const all: unknown[] = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  return all.length > 0 && all.every(isDuplicate);
}

async function areThere(into: Writable, wanted: readonly { readonly _id: string }[]): Promise<boolean> {
  const ids = new Set(wanted.map(({ _id }) => _id));
  // the ids are ours, and no input of anybody
  const filter = { _id: mongoose.trusted({ $in: [...ids] }) };
  return (await into.countDocuments(filter as never)) === ids.size;
}
