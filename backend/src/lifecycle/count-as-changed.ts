import type { NativeCollection } from './records';
import { recordsIn } from './records';
import type { Condition } from './relations';
import { untilKnown } from './unknown-outcome';

/**
 * Counts records as changed, though nobody has done anything to them: whoever decided something by what was read of them
 * before loses the race and decides anew. Nothing that is shown changes, so no history is written.
 * @returns how many records there were
 */
export async function countAsChanged(collection: NativeCollection, which: Condition): Promise<number> {
  const { matchedCount } = await untilKnown(() => recordsIn(collection).updateMany(which, { $inc: { revision: 1 } }));
  return matchedCount;
}
