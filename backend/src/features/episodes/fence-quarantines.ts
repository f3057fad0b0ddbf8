import type { Connection } from 'mongoose';
import { recordsIn, untilKnown } from '../../lifecycle';
import type { Episode } from './episode';
import { episodeCollection } from './episodes';

/**
 * Counts these as changed while they are open: whatever was decided from one of them before is decided anew.
 * @returns false when one of them has ended
 */
export async function fenceQuarantines(
  { connection }: { readonly connection: Connection },
  county: string,
  ids: readonly string[],
): Promise<boolean> {
  const records = recordsIn<Episode>(episodeCollection(connection));
  for (const _id of ids) {
    const open = { _id, county, kind: 'QUARANTINE_EPISODE' as const, 'detail.endedAt': { $exists: false } };
    const { matchedCount } = await untilKnown(() => records.updateOne(open, { $inc: { revision: 1 } }));
    if (matchedCount === 0) return false;
  }
  return true;
}
