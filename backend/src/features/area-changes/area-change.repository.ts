import type { Connection } from 'mongoose';
import { partsIn, recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { type AreaChange, areaChangeCollection, areaChangeKind } from './area-change';

/** A leg of a walk that took longer than one delivery may. */
export const legKind = 'AREA_LEG' as const;
/** A county has some dozens in its life. */
const readAtMost = 500;
/** From these on no other change may touch the same part of the tree; final, it is the tree. */
const open = ['DRAFT', 'PREVIEWED', 'SCHEDULED', 'APPLIED'];

/** Reads of changes and of the legs in which they are walked; changes are written by `areaChanges`. */
export function areaChangeRepository(connection: Connection) {
  const { collection } = recordModel(connection, areaChangeCollection);
  const changes = recordsIn<AreaChange>(collection);
  return {
    collection,
    byId: (county: string, id: string) => changes.findOne({ _id: id, county, kind: areaChangeKind }),
    all: (county: string): Promise<AreaChange[]> =>
      changes.find({ county, scope: county, kind: areaChangeKind }).limit(readAtMost).toArray(),
    /** Those that are not over yet. */
    open: (county: string): Promise<AreaChange[]> =>
      changes
        .find({ county, scope: county, kind: areaChangeKind, state: { $in: open } })
        .limit(readAtMost)
        .toArray(),
    /** Takes away a draft that nobody has seen: another one was there before. */
    async withdraw({ _id, county }: AreaChange): Promise<void> {
      await changes.deleteOne({ _id, county, kind: areaChangeKind, state: 'DRAFT', revision: 0 });
    },
    legs: partsIn<Record<string, never>>(collection, legKind, 'areaWalk'),
  };
}
