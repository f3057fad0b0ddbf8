import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../../lifecycle';
import { isDuplicate, servedFilter } from '../../../platform/database';
import { taskModel } from '../../../tasks';
import type { Delivery } from '../delivery';
import type { Run } from './run';

/** A request in one of these travels with no run, whatever it still says. */
const left = ['TRIAGED', 'OFFERED', 'ON_HOLD', 'CANCELLED', 'MERGED', 'REJECTED'];

/** Reads of runs and their members, and the insert of new ones. */
export function runRepository(connection: Connection) {
  const model = taskModel(connection);
  const records = () => recordsIn<Run>(model.collection);
  const kind = 'RUN' as const;
  const served = (filter: object) => servedFilter(model.collection.collectionName, filter);
  return {
    collection: model.collection,
    byId: (county: string, id: string): Promise<Run | null> =>
      model.findOne({ _id: id, county, kind }).lean<Run>().exec(),

    /** The requests that travel with a run; a request knows it best. */
    membersOf: (county: string, run: string): Promise<Delivery[]> =>
      model
        .find(served({ county, run, kind: 'DELIVERY', state: { $nin: left } }))
        .lean<Delivery[]>()
        .exec(),

    ofPerson: (county: string, person: string): Promise<Run[]> =>
      model
        .find(
          served({
            kind,
            $or: [
              { county, 'assignment.assignee': person, state: { $in: runLifecycle.held } },
              { county, 'assignment.offeredTo': person, state: 'OFFERED' },
            ],
          }),
        )
        .limit(20)
        .lean<Run[]>()
        .exec(),

    /** Open runs of some areas, by id. */
    openIn: (county: string, areas: readonly string[], limit: number, after?: string): Promise<Run[]> =>
      model
        .find(
          served({
            county,
            scope: { $in: [...areas] },
            kind,
            state: { $in: openStates(runLifecycle) },
            ...(after ? { _id: { $gt: after } } : {}),
          }),
        )
        .sort({ _id: 1 })
        .limit(limit)
        .lean<Run[]>()
        .exec(),

    /** Runs of some areas that somebody carries or carried, or for which cash is out all the same; newest first. */
    carriedIn: (county: string, areas: readonly string[], limit: number): Promise<Run[]> =>
      model
        .find(
          served({
            ...{ county, scope: { $in: [...areas] }, kind },
            $or: [{ state: { $in: [...runLifecycle.held, 'CLOSED'] } }, { 'detail.floatFen': { $gt: 0 } }],
          }),
        )
        .sort({ createdAt: -1 })
        .limit(limit)
        .lean<Run[]>()
        .exec(),

    /** Stores a new run; one that is there already stays as it is. */
    async insert(run: Run): Promise<void> {
      try {
        await records().insertOne(run);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },
  };
}
export type RunRepository = ReturnType<typeof runRepository>;
