import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordIndexes, recordModel } from '../../acting';
import { countAsChanged, recordsIn } from '../../lifecycle';
import { indexPlan, withIds } from '../../platform/database';
import { inForce, mergeKind as kind, lookedAt, machine, mergeCollection, type PersonMerge } from './person-merge';

/** A list leaves nobody out: some dozens are open at a time. */
const listedAtMost = 10_000;
/** Nobody is so many people. */
const joinedAtMost = 100;
const open = openStates(machine);

/** Beside the indexes of every record: by whom it is about, for whoever asks who else they are. */
export const personMergeIndexes = indexPlan(mergeCollection, [
  ...recordIndexes(mergeCollection).indexes,
  { key: { county: 1, 'detail.people.names': 1, state: 1 } },
]);

/** Reads of merges; they are written by `personMerges`. */
export function personMergeRepository(connection: Connection) {
  const { collection } = recordModel(connection, mergeCollection);
  const records = recordsIn<PersonMerge>(collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    byIds: (county: string, ids: readonly string[]): Promise<PersonMerge[]> =>
      records.find({ ...withIds(county, ids), kind }).toArray(),
    openIn: (county: string, areas: readonly string[]): Promise<PersonMerge[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: open } })
        .project<PersonMerge>({ history: 0, outbox: 0, parked: 0, relay: 0 })
        .limit(listedAtMost)
        .toArray(),
    /** Those by which somebody under one of these names is somebody else as well. */
    inForceOf: (county: string, names: readonly string[]): Promise<PersonMerge[]> =>
      records
        .find({ county, 'detail.people.names': { $in: [...names] }, state: { $in: [...inForce] }, kind })
        .limit(joinedAtMost)
        .toArray(),
    /** Nobody applies those that are looked at and wait, about one of these names, by what was read before. */
    countAsChanged: (county: string, names: readonly string[]) =>
      countAsChanged(collection, {
        county,
        'detail.people.names': { $in: [...names] },
        state: { $in: [...lookedAt] },
        kind,
      }),
  };
}
