import type { AreaId, AreaLevel, ControlZone } from '@grid-relief/shared-types/primitives/areas';
import mongoose, { type Connection } from 'mongoose';
import { areaModel } from './area.model';
import type { AreaRecord } from './area.record';

/** One page of places directly below one place. */
export interface BelowQuery {
  readonly county: string;
  readonly parent: AreaId;
  readonly level: AreaLevel;
  readonly after?: AreaId;
  readonly limit: number;
  readonly now: Date;
}

/** Reads and writes of the area tree. */
export function areaRepository(connection: Connection) {
  const model = areaModel(connection);
  return {
    /** Every place of every county this database holds; a few thousand small rows. */
    all: (): Promise<AreaRecord[]> => model.find({}).lean<AreaRecord[]>().exec(),

    async below({ county, parent, level, after, limit, now }: BelowQuery): Promise<AreaRecord[]> {
      const inForce = {
        $or: [{ validTo: mongoose.trusted({ $exists: false }) }, { validTo: mongoose.trusted({ $gt: now }) }],
      };
      return model
        .find({ county, scope: parent, level, ...(after ? { _id: mongoose.trusted({ $gt: after }) } : {}), ...inForce })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<AreaRecord[]>()
        .exec();
    },

    /** Stores places; one that is there already stays as it is. */
    async addMany(areas: readonly AreaRecord[]): Promise<void> {
      if (areas.length === 0) return;
      await model.bulkWrite(
        areas.map(({ _id, ...rest }) => ({
          updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true },
        })),
        { ordered: false },
      );
    },

    /** Moves a place into another control zone (handbook 4.9). */
    async setZone(id: AreaId, zone: ControlZone): Promise<boolean> {
      return (await model.updateOne({ _id: id }, { $set: { zone } })).matchedCount === 1;
    },
  };
}
export type AreaRepository = ReturnType<typeof areaRepository>;
