import type { AreaChange } from './area-change';
import { areaChangeRepository } from './area-change.repository';
import type { AreaChangeDeps } from './area-changes.deps';

/** Whether something that a change moves is still on its way. */
export async function isUnderWay(
  { connection }: Pick<AreaChangeDeps, 'connection'>,
  change: Pick<AreaChange, '_id' | 'county' | 'outbox'>,
  now: Date,
): Promise<boolean> {
  const isComing = change.outbox.some(({ kind, due }) => kind === 'areaWalk' && due <= now);
  return isComing || areaChangeRepository(connection).legs.isWaiting(change);
}
