import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { recordsIn } from '../../lifecycle';
import { type Episode, machine } from './episode';

const kind = 'QUARANTINE_EPISODE' as const;
/** A township has some hundreds at a time. */
const readAtMost = 1000;
/** A cursor brings so many at once. */
const walkedTogether = 100;
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
    /** Everybody of a county who is in quarantine, or those of these ids who are, one after the other. */
    openOf: (county: string, only?: readonly string[]): AsyncIterable<Episode> =>
      records
        .find({
          ...{ county, scope: county, kind, state: { $in: open } },
          ...(only ? { _id: { $in: [...only] } } : {}),
        })
        .batchSize(walkedTogether),
    byIds: (county: string, ids: readonly string[]): Promise<Episode[]> =>
      records
        .find({ _id: { $in: [...ids] }, county, kind })
        .limit(readAtMost)
        .toArray(),
    /** Those of these people who are in quarantine. */
    async whoIsIn(county: string, people: readonly string[]): Promise<Set<string>> {
      const found = records.find({ county, about: { $in: [...people] }, kind, state: { $in: open } });
      return new Set((await found.limit(readAtMost).toArray()).flatMap(({ about }) => about ?? []));
    },
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
