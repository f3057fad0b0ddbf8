import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { withIds } from '../../platform/database';
import { refusalKind as kind, machine, type Refusal, refusalCollection } from './refusal';

/** A list leaves nobody out: a campaign of 60,000 doors (handbook 6) has some thousands that stay shut. */
const listedAtMost = 10_000;
const open = openStates(machine);

/** As much of a refusal as a list is put in order by. */
export type RefusalInOrder = Pick<Refusal, '_id' | 'createdAt' | 'dueAt' | 'state' | 'scope'>;

/** Reads of refusals; they are written by `refusals`. */
export function refusalRepository(connection: Connection) {
  const records = recordsIn<Refusal>(recordModel(connection, refusalCollection).collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    byIds: (county: string, ids: readonly string[]): Promise<Refusal[]> =>
      records.find({ ...withIds(county, ids), kind }).toArray(),
    /** Those of these people that are not over. */
    openAbout: (county: string, people: readonly string[]): Promise<Refusal[]> =>
      records.find({ county, about: { $in: [...people] }, kind, state: { $in: open } }).toArray(),
    openIn: (county: string, areas: readonly string[]): Promise<RefusalInOrder[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: open } })
        .project<RefusalInOrder>({ createdAt: 1, dueAt: 1, state: 1, scope: 1 })
        .limit(listedAtMost)
        .toArray(),
  };
}
