import type { AreaId, AreaLevel, ControlZone } from '@grid-relief/shared-types/primitives/areas';
import mongoose, { type Connection } from 'mongoose';
import { addMissing, servedFilter } from '../../platform/database';
import { areaModel } from './area.model';
import type { AreaRecord, FourClassRule } from './area.record';
import { treeChanges } from './tree-changes';

/** One page of places directly below one place. */
export interface BelowQuery {
  readonly county: string;
  readonly parent: AreaId;
  readonly level: AreaLevel;
  readonly after?: AreaId;
  readonly limit: number;
  readonly now: Date;
}

/** A place changes its rule a few times a year. */
const rulesKept = 100;

/** Reads and writes of the area tree. */
export function areaRepository(connection: Connection) {
  const model = areaModel(connection);
  return {
    /** Every place of every county this database holds; a few thousand small rows. */
    all: (): Promise<AreaRecord[]> => model.find({}).lean<AreaRecord[]>().exec(),

    async below({ county, parent, level, after, limit, now }: BelowQuery): Promise<AreaRecord[]> {
      const inForce = { $or: [{ validTo: { $exists: false } }, { validTo: { $gt: now } }], validFrom: { $lte: now } };
      const below = { county, scope: parent, level, ...(after ? { _id: { $gt: after } } : {}) };
      return model
        .find(servedFilter(model.collection.collectionName, { ...below, ...inForce }))
        .sort({ _id: 1 })
        .limit(limit)
        .lean<AreaRecord[]>()
        .exec();
    },

    /** Stores places; one that is there already stays as it is. */
    addMany: (areas: readonly AreaRecord[]): Promise<void> => addMissing(model, areas),

    byId: (county: string, id: AreaId): Promise<AreaRecord | null> =>
      model.findOne({ _id: id, county }).lean<AreaRecord>().exec(),

    /** Adds a rule about four-class medicine, once for each operation; the oldest of many are forgotten. */
    async addFourClass(county: string, id: AreaId, rule: FourClassRule & { readonly opId: string }): Promise<void> {
      await model.updateOne(
        { _id: id, county, 'fourClass.opId': mongoose.trusted({ $ne: rule.opId }) },
        { $push: { fourClass: { $each: [rule], $slice: -rulesKept } } },
      );
    },

    /** Every place of a county, those that have ended and those to come among them. */
    ofCounty: (county: string): Promise<AreaRecord[]> => model.find({ county }).lean<AreaRecord[]>().exec(),

    ...treeChanges(model),

    /** Moves a place into another control zone (handbook 4.9). */
    async setZone(id: AreaId, zone: ControlZone): Promise<boolean> {
      return (await model.updateOne({ _id: id }, { $set: { zone } })).matchedCount === 1;
    },
  };
}
export type AreaRepository = ReturnType<typeof areaRepository>;
