import { isDuplicate } from './duplicate';

/** A mongoose model or a collection of the driver. */
interface Writable {
  bulkWrite(operations: never, options: never): Promise<unknown>;
}

/** Stores documents under the ids they bring, in one round trip; one that is there already stays as it is. */
export async function addMissing(into: Writable, wanted: readonly { readonly _id: string }[]): Promise<void> {
  if (wanted.length === 0) return;
  const operations = wanted.map(({ _id, ...rest }) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
  }));
  try {
    // one shape of write for all collections, whose own types say the same of different documents
    await into.bulkWrite(operations as never, { ordered: false } as never);
  } catch (error) {
    if (!wasThereOnly(error)) throw error;
  }
}

/** Two who add the same at one moment may both find it missing; whoever is refused has what was wanted. */
function wasThereOnly(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('writeErrors' in error)) return isDuplicate(error);
  const { writeErrors } = error;
  const all: unknown[] = Array.isArray(writeErrors) ? writeErrors : [writeErrors];
  return all.length > 0 && all.every(isDuplicate);
}
