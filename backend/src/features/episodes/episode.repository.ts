import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { ownRecords, recordsIn } from '../../lifecycle';
import { withIds } from '../../platform/database';
import { type Episode, type ListedEpisode, machine } from './episode';

const kind = 'QUARANTINE_EPISODE' as const;
/** Whose these are, or what belongs to one: some dozens. */
const readAtMost = 1_000;
/** A list leaves nobody out: some 1,200 are in quarantine at a time (handbook 6), and a worse month is several times that. */
const listedAtMost = 20_000;
const inOrder = {
  ...{ history: 0, outbox: 0, parked: 0, relay: 0, scope: 0, keys: 0 },
  ...{ 'detail.sealed': 0, 'detail.reports.sealed': 0, 'detail.stay': 0, 'detail.careContact': 0 },
  ...{ 'detail.recounts': 0, 'detail.alert': 0, 'detail.breach': 0 },
} as const;
/** A cursor brings so many at once. */
const walkedTogether = 100;
const open = openStates(machine);

type SwabsOf = Pick<Episode, '_id'> & { readonly detail: Pick<Episode['detail'], 'swabs'> };

/** Reads of episodes; they are written by `episodes`. */
export function episodeRepository(connection: Connection) {
  const records = recordsIn<Episode>(recordModel(connection, 'episodes').collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    openIn: (county: string, areas: readonly string[]): Promise<ListedEpisode[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: open } })
        .project<ListedEpisode>(inOrder)
        .limit(listedAtMost)
        .toArray(),
    /** Those with a swab that nobody has answered for, and their swabs alone. */
    withoutResult: (county: string, areas: readonly string[]): Promise<SwabsOf[]> =>
      records
        .find({
          ...{ county, scope: { $in: [...areas] }, kind, state: { $in: open } },
          'detail.swabs': { $elemMatch: { result: { $exists: false } } },
        })
        .project<SwabsOf>({ 'detail.swabs': 1 })
        .limit(listedAtMost)
        .toArray(),
    /** Everybody of a county who is in quarantine, or those of these ids who are, one after the other. */
    openOf: (county: string, only?: readonly string[]): AsyncIterable<Episode> =>
      records
        .find({
          ...(only ? withIds(county, only) : { county, scope: county }),
          ...{ kind, state: { $in: open } },
        })
        .batchSize(walkedTogether),
    byIds: (county: string, ids: readonly string[]): Promise<Episode[]> =>
      records.find({ ...withIds(county, ids), kind }).toArray(),
    /** The quarantines of somebody's chain that run, successors included. */
    openAbout: (county: string, traveller: string): Promise<Episode[]> =>
      records.find({ county, about: traveller, kind, state: { $in: open } }).toArray(),
    /** Everything there is of these, by quarantine or by traveller. */
    async ofPeople(county: string, people: readonly string[]): Promise<Episode[]> {
      const wanted = [...people];
      const [own, theirs] = await Promise.all([
        records.find({ ...withIds(county, wanted), kind }).toArray(),
        records.find({ county, about: { $in: wanted }, kind }).toArray(),
      ]);
      return [...new Map([...own, ...theirs].map((record) => [record._id, record])).values()];
    },
    /** Those of these people who are in quarantine. */
    async whoIsIn(county: string, people: readonly string[]): Promise<Set<string>> {
      const found = records.find({ county, about: { $in: [...people] }, kind, state: { $in: open } });
      const rows = await found.project<Pick<Episode, '_id' | 'about'>>({ about: 1 }).toArray();
      return new Set(rows.flatMap(({ about }) => about ?? []));
    },
    /** Ids of the open ones of somebody. */
    async openIdsOf(county: string, about: string): Promise<string[]> {
      const found = records.find({ county, about, kind, state: { $in: open } });
      return (await found.project<Pick<Episode, '_id'>>({ _id: 1 }).toArray()).map(({ _id }) => _id);
    },
    ofHousehold: (county: string, household: string): Promise<Episode[]> =>
      records.find({ county, household, kind }).limit(readAtMost).toArray(),
    mine: (county: string, households: readonly string[], person: string): Promise<Episode[]> =>
      ownRecords(records, { county, kind }, { person, households }, readAtMost),
    /** How many reports about others in the same place one person entered after calls, by the devices' clock. */
    enteredBy({ county, area, _id }: Episode, person: string, from: Date, until: Date): Promise<number> {
      const one = { by: person, how: 'PHONE', at: { $gte: from, $lte: until } };
      return records.countDocuments({
        ...{ county, scope: area, kind, _id: { $ne: _id }, state: { $in: open } },
        'detail.reports': { $elemMatch: one },
      });
    },
  };
}
