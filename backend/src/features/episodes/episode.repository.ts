import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { type Episode, machine } from './episode';

const kind = 'QUARANTINE_EPISODE' as const;
/** A township has some hundreds at a time. */
const readAtMost = 1000;
const open = openStates(machine);

/** Reads of episodes; they are written by `episodes`. */
export function episodeRepository(connection: Connection) {
  const records = recordsIn<Episode>(recordModel(connection, 'episodes').collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    openIn: (county: string, areas: readonly string[], states: readonly string[] = open): Promise<Episode[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: [...states] } })
        .limit(readAtMost)
        .toArray(),
    ofHousehold: (county: string, household: string): Promise<Episode[]> =>
      records.find({ county, household, kind }).limit(readAtMost).toArray(),
    async mine(county: string, households: readonly string[], person: string): Promise<Episode[]> {
      const [atHome, named] = await Promise.all([
        records
          .find({ county, household: { $in: [...households] }, kind })
          .limit(readAtMost)
          .toArray(),
        records.find({ county, parties: person, kind }).limit(readAtMost).toArray(),
      ]);
      return [...atHome, ...named.filter(({ _id }) => !atHome.some((one) => one._id === _id))];
    },
    /** How many reports about others in the same place one person entered after calls, by the devices' clock. */
    async enteredBy({ county, area, _id }: Episode, person: string, from: Date, until: Date): Promise<number> {
      const one = { by: person, how: 'PHONE', at: { $gte: from, $lte: until } };
      const found = records.find({
        ...{ county, scope: area, kind, _id: { $ne: _id }, state: { $in: open } },
        'detail.reports': { $elemMatch: one },
      });
      return (await found.limit(readAtMost).toArray()).length;
    },
  };
}
