import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { isDuplicate } from '../../../platform/database';
import { trustedFilter } from '../../../platform/database/trusted-filter';
import { doorWindowModel } from './door-window.model';
import type { StoredWindow } from './door-window.record';

const atMost = 100;

/** Keeps a window under its client-made id. @returns the one that is kept: of a repeat, the first */
export async function keepWindow(connection: Connection, wanted: StoredWindow): Promise<StoredWindow | undefined> {
  const windows = doorWindowModel(connection);
  try {
    await windows.create(wanted);
    return wanted;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const { _id, county } = wanted;
  return (await windows.findOne({ _id, county }).lean<StoredWindow>()) ?? undefined;
}

/** Announced windows of a home that had not ended at this instant: its own, and those of every area it lies in. */
export function announcedFor(
  connection: Connection,
  county: string,
  { household, area }: { readonly household: string; readonly area: string },
  since: Date,
): Promise<StoredWindow[]> {
  return doorWindowModel(connection)
    .find(
      trustedFilter({
        ...{ county, area: { $in: scopeOf(areaId(area)) }, to: { $gt: since } },
        household: { $in: [household, null] },
      }),
    )
    .sort({ from: 1 })
    .limit(atMost)
    .lean<StoredWindow[]>()
    .exec();
}
