import * as z from '@grid-relief/shared-types/zod';
import type { Connection, mongo } from 'mongoose';
import { followNews, type News } from '../../platform/database';
import type { AnnounceCause } from './announce';
import { inBatches } from './in-batches';

/** What an announcement needs of a changed record; everything else of it stays where it is. */
const Changed = z.object({
  _id: z.string(),
  county: z.string(),
  kind: z.string(),
  revision: z.int(),
  scope: z._default(z.array(z.string()), []),
  household: z.optional(z.string()),
  parties: z._default(z.array(z.string()), []),
  assignment: z._default(z.object({ assignee: z.optional(z.string()), offeredTo: z.optional(z.string()) }), {}),
  history: z._default(z.array(z.object({ by: z.optional(z.string()) })), []),
});

/** Only that is read, and of a long history its last step. */
const told = {
  ...{ county: 1, kind: 1, revision: 1, scope: 1, household: 1, parties: 1, assignment: 1 },
  history: { $slice: -1 },
};

export interface RecordTailOptions {
  readonly connection: Connection;
  readonly collections: readonly string[];
  /** Of many that came close together at once. */
  readonly announce: (causes: readonly AnnounceCause[]) => Promise<void>;
  /** The stream broke: clients must look again at what it may have missed. */
  readonly onGap: () => void;
}

/**
 * Announces every new revision of the records of some collections. Each process does so for all; the same revision is
 * stored once. What happened while no process ran is covered by the mark: one from before this start means fetching anew.
 * @returns a function that ends it
 */
export function startRecordTail({ connection, collections, announce, onGap }: RecordTailOptions) {
  return followNews({
    ...{ connection, collections },
    begin(isFirst, end) {
      if (!isFirst) onGap();
      // clients come back with their marks, whatever it was that could not be announced
      return inBatches<News>(async (news) => announce(await causesOf(connection, news)), end).take;
    },
  });
}

/** What is announced of records as they are now, each once however often it changed; what was deleted meanwhile is left out. */
async function causesOf(connection: Connection, news: readonly News[]): Promise<AnnounceCause[]> {
  const ids = new Map<string, Set<string>>();
  for (const { collection, id } of news) ids.set(collection, (ids.get(collection) ?? new Set()).add(String(id)));
  const found = await Promise.all([...ids].map(([collection, of]) => readAll(connection, collection, [...of])));
  return found.flat().flatMap((document) => causeOf(document) ?? []);
}

async function readAll(connection: Connection, collection: string, ids: readonly string[]): Promise<mongo.Document[]> {
  const records = connection.collection<{ _id: string }>(collection);
  return records.find({ _id: { $in: [...ids] } }, { projection: told }).toArray();
}

/** @returns undefined when it was deleted meanwhile, or is no record of ours */
function causeOf(document: unknown): AnnounceCause | undefined {
  const read = Changed.safeParse(document);
  if (!read.success) return undefined;
  const { _id, county, kind, revision, scope, household, parties, assignment, history } = read.data;
  const named = [assignment.assignee, assignment.offeredTo, history.at(-1)?.by, ...parties];
  const people = named.filter((one) => one !== undefined);
  return {
    county,
    payload: { record: _id, kind, revision, scope, people, ...(household ? { household } : {}) },
  };
}
