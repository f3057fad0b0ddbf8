import type { Connection } from 'mongoose';
import { countAsChanged } from '../../lifecycle';
import { withIds } from '../../platform/database';
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
  const open = { kind: 'QUARANTINE_EPISODE', 'detail.endedAt': { $exists: false } };
  return (await countAsChanged(episodeCollection(connection), { ...withIds(county, ids), ...open })) === ids.length;
}
