import type { Connection } from 'mongoose';
import { recordsIn } from '../../../lifecycle';
import { taskModel } from '../../../tasks';
import type { BatchingPolicy } from './batching.rules';
import type { Run, RunMember } from './run';

const kind = 'RUN';
/** States in which a run's list is still open. */
export const takesMembers: readonly string[] = ['PLANNED', 'OPEN'];
const isOpen = { $in: [...takesMembers] };

/** The two writes on a run that are no acts: joining and leaving, as long as the list is not fixed. */
export function runPlaces(connection: Connection) {
  const records = () => recordsIn<Run>(taskModel(connection).collection);
  return {
    /** All runs of the same grid, shop and window, open or not: their number names the next one. */
    ofWindow: ({ county, area, detail }: Run): Promise<Pick<Run, '_id' | 'state'>[]> =>
      records()
        .find(
          { county, scope: area, kind, 'detail.shop': detail.shop, 'detail.window.from': detail.window.from },
          { projection: { state: 1 } },
        )
        .toArray(),

    /**
     * Adds a request while the run is open and has room, in one conditional write.
     * @returns false when it is locked, full or gone; true also when the request is in it already
     */
    async join(county: string, id: string, member: RunMember, policy: BatchingPolicy): Promise<boolean> {
      const { matchedCount } = await records().updateOne(
        {
          _id: id,
          county,
          kind,
          state: isOpen,
          'detail.members.delivery': { $ne: member.delivery },
          [`detail.members.${policy.maxHouseholds - 1}`]: { $exists: false },
          // the first request goes alone however heavy it is
          $or: [
            { 'detail.weightGrams': { $lte: policy.maxGrams - member.weightGrams } },
            { 'detail.members': { $size: 0 } },
          ],
        },
        {
          $push: { 'detail.members': member },
          $inc: { 'detail.weightGrams': member.weightGrams, 'detail.estimateFen': member.estimateFen, revision: 1 },
        } as object, // the driver's type knows no paths into a list of this record
      );
      if (matchedCount === 1) return true;
      return (await records().countDocuments({ _id: id, county, 'detail.members.delivery': member.delivery })) > 0;
    },

    /** Takes a request out again, as long as the list is not fixed. */
    async leave(county: string, id: string, member: RunMember): Promise<boolean> {
      const { matchedCount } = await records().updateOne(
        { _id: id, county, kind, state: isOpen, 'detail.members.delivery': member.delivery },
        {
          $pull: { 'detail.members': { delivery: member.delivery } },
          $inc: { 'detail.weightGrams': -member.weightGrams, 'detail.estimateFen': -member.estimateFen, revision: 1 },
        } as object, // as above
      );
      return matchedCount === 1;
    },
  };
}
