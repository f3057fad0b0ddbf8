import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { addMissing } from '../../platform/database';
import { type Callback, callbackKind as kind } from './callback';
import { type Campaign, screeningCollection } from './campaign';

/** One home in ten of a township. */
const listedAtMost = 5_000;

/** Homes to be phoned; what changes one goes through `callbacks`. */
export function callbackRepository(connection: Connection) {
  const records = recordsIn<Callback>(recordModel(connection, screeningCollection).collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    count: ({ county, _id: about }: Pick<Campaign, '_id' | 'county'>, state: string): Promise<number> =>
      records.countDocuments({ county, about, kind, state }),
    toCall: ({ county, _id: about }: Pick<Campaign, '_id' | 'county'>, areas: readonly string[]) =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: 'TO_CALL', about })
        .limit(listedAtMost)
        .toArray(),
    /** Those that are there already stay as they are, with the calls that were made. */
    addMany: (callbacks: readonly Callback[]): Promise<void> => addMissing(records, callbacks),
  };
}
