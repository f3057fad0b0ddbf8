import type { Connection } from 'mongoose';
import { countAsChanged } from '../../lifecycle';
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
  const open = { county, kind: 'QUARANTINE_EPISODE', 'detail.endedAt': { $exists: false } };
  return (await countAsChanged(episodeCollection(connection), { ...open, _id: { $in: [...ids] } })) === ids.length;
}
