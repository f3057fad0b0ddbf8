import type { Connection } from 'mongoose';
import { withIds } from '../../../platform/database';
import { trustedFilter } from '../../../platform/database/trusted-filter';
import { taskModel } from '../../../tasks';
import type { Run, RunWindow } from './run';

/** When each of these runs was out. */
export async function runWindows(
  connection: Connection,
  county: string,
  runs: readonly string[],
): Promise<ReadonlyMap<string, RunWindow>> {
  if (runs.length === 0) return new Map();
  const found = await taskModel(connection)
    .find(trustedFilter({ ...withIds(county, runs), kind: 'RUN' as const }))
    .select('detail.window')
    .lean<Pick<Run, '_id' | 'detail'>[]>()
    .exec();
  return new Map(found.map(({ _id, detail }) => [_id, detail.window]));
}
