import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../../acting';
import { recordsIn } from '../../../lifecycle';
import { withIds } from '../../../platform/database';
import { householdEventCollection } from '../household-event';
import { welfareKind as kind, machine, type WelfareTask } from './welfare-task';

/** A list leaves nobody out: at most as many as there are events. */
const listedAtMost = 10_000;
const open = openStates(machine);

export type WelfareInOrder = Pick<WelfareTask, '_id' | 'createdAt' | 'dueAt' | 'state'>;

/** Reads of welfare tasks; they are written by `welfareTasks`. */
export function welfareTaskRepository(connection: Connection) {
  const records = recordsIn<WelfareTask>(recordModel(connection, householdEventCollection).collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    byIds: (county: string, ids: readonly string[]): Promise<WelfareTask[]> =>
      records.find({ ...withIds(county, ids), kind }).toArray(),
    openIn: (county: string, areas: readonly string[]): Promise<WelfareInOrder[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: open } })
        .project<WelfareInOrder>({ createdAt: 1, dueAt: 1, state: 1 })
        .limit(listedAtMost)
        .toArray(),
    /** Those who were left behind by these events. */
    ofEvents: (county: string, events: readonly string[]): Promise<WelfareTask[]> =>
      records
        .find({ county, about: { $in: [...events] }, kind })
        .sort({ createdAt: 1, _id: 1 })
        .toArray(),
  };
}
