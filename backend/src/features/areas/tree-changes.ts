import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import mongoose, { type Model } from 'mongoose';
import type { AreaRecord } from './area.record';
import type { Heirs } from './heirs.rules';

/** An end of areas, by which change and when. */
export interface Ending {
  readonly heirs: Heirs;
  readonly change: string;
  readonly at: Date;
}

/** A place that is called otherwise. */
export interface Renaming {
  readonly area: AreaId;
  readonly name: string;
  readonly was: string;
}

/**
 * Writes of a change of the tree (handbook 2.11). Each finds what is done already and leaves it as it is, so that a step
 * that died in the middle is done again from its beginning.
 */
export function treeChanges(model: Model<AreaRecord>) {
  return {
    /** Areas end; what has ended before stays as it ended. */
    async endAll(county: string, { heirs, change: endedBy, at: validTo }: Ending): Promise<void> {
      const absent = mongoose.trusted({ $exists: false });
      const operations = [...heirs].map(([id, successors]) => ({
        updateOne: {
          filter: { _id: id, county, endedBy: absent },
          update: { $set: { validTo, successors: [...successors], endedBy } },
        },
      }));
      // a filter by id alone; the driver's types ask for the brand of it
      if (operations.length > 0) await model.bulkWrite(operations as never, { ordered: false });
    },

    /** What a change has ended counts again, as if it had never ended; what it has made itself stays as it is. */
    async reopen(county: string, change: string): Promise<void> {
      const old = { county, endedBy: change, madeBy: mongoose.trusted({ $ne: change }) };
      await model.updateMany(old, { $unset: { validTo: '', successors: '', endedBy: '' } });
    },

    /** Takes out what a change was to make that has been called off. */
    async dropPlanned(county: string, change: string): Promise<void> {
      await model.deleteMany({ county, madeBy: change });
    },

    /** Grids beside a new one know it as their neighbour. */
    async link(county: string, made: readonly Pick<AreaRecord, '_id' | 'adjacent'>[]): Promise<void> {
      for (const { _id, adjacent } of made) {
        const beside = mongoose.trusted({ $in: [...adjacent] });
        await model.updateMany({ county, _id: beside }, { $addToSet: { adjacent: _id } });
      }
    },

    /** They forget it, but for those that a change has made itself. */
    async unlink(county: string, made: readonly AreaId[], change: string): Promise<void> {
      const others = {
        county,
        adjacent: mongoose.trusted({ $in: [...made] }),
        madeBy: mongoose.trusted({ $ne: change }),
      };
      await model.updateMany(others, { $pull: { adjacent: mongoose.trusted({ $in: [...made] }) } });
    },

    async rename(county: string, { area, name, was }: Renaming, change: string, until: Date): Promise<void> {
      await model.updateOne(
        { _id: area, county, 'formerNames.change': mongoose.trusted({ $ne: change }) },
        { $set: { name }, $push: { formerNames: { name: was, until, change } } },
      );
    },

    async renameBack(county: string, { area, was }: Renaming, change: string): Promise<void> {
      const place = { _id: area, county };
      await model.updateOne(
        { ...place, 'formerNames.change': change },
        { $set: { name: was }, $pull: { formerNames: { change } } },
      );
      // a place that was never called otherwise has no such list
      await model.updateOne({ ...place, formerNames: mongoose.trusted({ $size: 0 }) }, { $unset: { formerNames: '' } });
    },
  };
}
