import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { withIds } from '../../platform/database';
import { type Investigation, investigationCollection, investigationKind as kind, machine } from './investigation';

/** A list leaves nobody out: one investigator for three new cases a day (handbook 5.5), and a worst month is some thousands. */
const listedAtMost = 10_000;
const open = openStates(machine);

/** As much of an investigation as a list is put in order by. */
export type InvestigationInOrder = Pick<Investigation, '_id' | 'createdAt' | 'dueAt'>;

/** Reads of investigations; they are written by `investigations`. */
export function investigationRepository(connection: Connection) {
  const records = recordsIn<Investigation>(recordModel(connection, investigationCollection).collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    byIds: (county: string, ids: readonly string[]): Promise<Investigation[]> =>
      records.find({ ...withIds(county, ids), kind }).toArray(),
    openIn: (county: string, areas: readonly string[]): Promise<InvestigationInOrder[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: open } })
        .project<InvestigationInOrder>({ createdAt: 1, dueAt: 1 })
        .limit(listedAtMost)
        .toArray(),
    /** One of the same case that is under way. */
    openByKeys: (county: string, keys: readonly string[]) =>
      records.findOne({ county, keys: { $in: [...keys] }, kind, state: { $in: open } }),
  };
}
