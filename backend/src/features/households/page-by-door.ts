import { setImmediate as breath } from 'node:timers/promises';
import type { Model } from 'mongoose';
import { trustedFilter } from '../../platform/database/trusted-filter';
import type { FieldCipher } from '../../platform/encryption';
import type { HouseholdRecord, PlainHousehold } from './household.record';
import { plain, plainFields } from './household.sealing';

/** Where a household stands in the order of a list. */
export type DoorPlace = Pick<PlainHousehold, 'area' | 'doorCode' | '_id'>;

export interface ListQuery {
  readonly county: string;
  /** Any of these areas. */
  readonly areas: readonly string[];
  /** The door code begins with one of these. */
  readonly doors?: readonly string[] | undefined;
  readonly after?: DoorPlace | undefined;
  readonly limit: number;
}

/** Families only: nobody lives at a post. Part of a filter. */
export const homes = { isPost: { $ne: true } } as const;

/** So many are opened between two other tasks. */
const openedAtOnce = 500;

/**
 * One page by building and door. Doors are sealed, so what a page opens is the doors of the buildings it shows, also for
 * a township; only a search for a door goes through as many as it takes.
 */
export async function pageByDoor(
  households: Model<HouseholdRecord>,
  cipher: FieldCipher,
  { county, areas, doors, after, limit }: ListQuery,
): Promise<PlainHousehold[]> {
  const from = after ? { area: { $gte: after.area } } : {};
  const filter = trustedFilter({ county, scope: { $in: [...areas] }, ...homes, ...from });
  const isSearched = ({ doorCode }: PlainHousehold) => !doors || doors.some((door) => doorCode.startsWith(door));
  const isWanted = (row: PlainHousehold) => isSearched(row) && (!after || byDoor(row, after) > 0);
  const rows: PlainHousehold[] = [];
  let building: PlainHousehold[] = [];
  let count = 0;
  for await (const record of households.find(filter, plainFields).sort({ area: 1 }).lean().cursor()) {
    if (building[0] && building[0].area !== record.area) {
      rows.push(...building.filter(isWanted).sort(byDoor));
      building = [];
      if (rows.length >= limit) break;
    }
    building.push(plain(record, cipher));
    if (++count % openedAtOnce === 0) await breath();
  }
  rows.push(...building.filter(isWanted).sort(byDoor));
  return rows.slice(0, limit);
}

/** By building, then door, then id. Plain comparison: the order of a page must not depend on a language. */
function byDoor(a: DoorPlace, b: DoorPlace): number {
  if (a.area !== b.area) return a.area < b.area ? -1 : 1;
  if (a.doorCode !== b.doorCode) return a.doorCode < b.doorCode ? -1 : 1;
  if (a._id === b._id) return 0;
  return a._id < b._id ? -1 : 1;
}
