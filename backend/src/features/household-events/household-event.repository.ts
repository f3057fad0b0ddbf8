import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { withIds } from '../../platform/database';
import { type HouseholdEvent, householdEventCollection, eventKind as kind, machine } from './household-event';

/** A list leaves nobody out: with 600 positives on a bad day (handbook 7) as many homes, for some days. */
const listedAtMost = 10_000;
const open = openStates(machine);

/** As much of an event as a list is put in order by. */
export type EventInOrder = Pick<HouseholdEvent, '_id' | 'createdAt' | 'dueAt' | 'state'>;

/** Reads of events; they are written by `householdEvents`. */
export function householdEventRepository(connection: Connection) {
  const records = recordsIn<HouseholdEvent>(recordModel(connection, householdEventCollection).collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    byIds: (county: string, ids: readonly string[]): Promise<HouseholdEvent[]> =>
      records.find({ ...withIds(county, ids), kind }).toArray(),
    openIn: (county: string, areas: readonly string[]): Promise<EventInOrder[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: open } })
        .project<EventInOrder>({ createdAt: 1, dueAt: 1, state: 1 })
        .limit(listedAtMost)
        .toArray(),
    /** Everything that has happened in these homes: some few each. */
    ofHomes: (county: string, households: readonly string[]): Promise<HouseholdEvent[]> =>
      records
        .find({ county, household: { $in: [...households] }, kind })
        .sort({ createdAt: 1, _id: 1 })
        .toArray(),
  };
}
