import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Connection } from 'mongoose';
import { recordModel } from '../../acting';
import { ownRecords, recordsIn } from '../../lifecycle';
import { withIds } from '../../platform/database';
import { type CodeRequest, codeRequestCollection, codeRequestKind as kind, machine } from './code-request';

/** A list leaves nobody out: after a public alert 3,000 people a day come (handbook 7), each with a request. */
const listedAtMost = 50_000;
/** Whose these are: some dozens. */
const readAtMost = 1_000;
const open = openStates(machine);

/** As much of a request as says whose turn it is: nothing sealed. */
export type ListedRequest = Omit<CodeRequest, 'outbox' | 'parked' | 'relay' | 'detail'>;

/** Reads of requests; they are written by `codeRequests`. */
export function codeRequestRepository(connection: Connection) {
  const records = recordsIn<CodeRequest>(recordModel(connection, codeRequestCollection).collection);
  return {
    byId: (county: string, id: string) => records.findOne({ _id: id, county, kind }),
    async has(county: string, id: string): Promise<boolean> {
      return (await records.countDocuments({ _id: id, county, kind }, { limit: 1 })) > 0;
    },
    /** Requests to set a code for these travellers that were not given up. */
    assignedFor: (
      county: string,
      travellers: readonly string[],
    ): Promise<Pick<CodeRequest, '_id' | 'about' | 'createdAt'>[]> =>
      records
        .find({
          ...{ county, about: { $in: [...travellers] }, kind, variant: 'ASSIGN' },
          state: { $nin: ['WITHDRAWN', 'REFUSED_FINAL'] },
        })
        .project<Pick<CodeRequest, '_id' | 'about' | 'createdAt'>>({ about: 1, createdAt: 1 })
        .toArray(),
    byIds: (county: string, ids: readonly string[]): Promise<CodeRequest[]> =>
      records.find({ ...withIds(county, ids), kind }).toArray(),
    /** Those of these people that are under way. */
    openAbout: (county: string, people: readonly string[]): Promise<CodeRequest[]> =>
      records.find({ county, about: { $in: [...people] }, kind, state: { $in: open } }).toArray(),
    openIn: (county: string, areas: readonly string[]): Promise<ListedRequest[]> =>
      records
        .find({ county, scope: { $in: [...areas] }, kind, state: { $in: open } })
        .project<ListedRequest>({ outbox: 0, parked: 0, relay: 0, detail: 0 })
        .limit(listedAtMost)
        .toArray(),
    mine: (county: string, households: readonly string[], person: string): Promise<CodeRequest[]> =>
      ownRecords(records, { county, kind }, { person, households }, readAtMost),
  };
}
