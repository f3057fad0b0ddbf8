import { lateFactLifecycle } from '@grid-relief/shared-types/lifecycles/late-fact.lifecycle';
import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { type LateFact, lateFactCollection, recordsIn } from '../../../lifecycle';

/** A grid has a handful of them. */
const readAtMost = 500;

/** Where somebody reads late facts, and how far those must have climbed. */
export interface Reading {
  readonly areas: readonly string[];
  readonly toldAtLeast: number;
}

/** Reads of facts that came too late; the engine writes them. */
export function lateFactRepository(connection: Connection) {
  const collection = connection.collection(lateFactCollection);
  const records = recordsIn<LateFact>(collection);
  return {
    collection,
    byId: (county: string, id: string) => records.findOne({ _id: id, county }),
    async openIn(county: string, readings: readonly Reading[]): Promise<LateFact[]> {
      const state = { $in: openStates(lateFactLifecycle) };
      const ways = readings.map(({ areas, toldAtLeast }) => ({
        scope: { $in: [...areas] },
        ...(toldAtLeast > 0 ? { told: { $gte: toldAtLeast } } : {}),
      }));
      if (ways.length === 0) return [];
      return (
        records
          // the driver's type does not know our own condition
          .find({ county, scope: { $in: readings.flatMap(({ areas }) => areas) }, state, $or: ways } as object)
          .limit(readAtMost)
          .toArray()
      );
    },
  };
}
