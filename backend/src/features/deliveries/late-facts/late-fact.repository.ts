import { lateFactLifecycle } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { type LateFact, lateFactCollection, recordsIn } from '../../../lifecycle';

/** A grid has a handful of them. */
const readAtMost = 500;

/** Reads of facts that came too late; the engine writes them. */
export function lateFactRepository(connection: Connection) {
  const collection = connection.collection(lateFactCollection);
  const records = recordsIn<LateFact>(collection);
  return {
    collection,
    byId: (county: string, id: string) => records.findOne({ _id: id, county }),
    openIn: (county: string, areas: readonly string[]): Promise<LateFact[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, state: { $in: openStates(lateFactLifecycle) } })
        .limit(readAtMost)
        .toArray(),
  };
}
