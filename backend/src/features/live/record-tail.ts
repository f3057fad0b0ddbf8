import { setTimeout as sleep } from 'node:timers/promises';
import * as z from '@grid-relief/shared-types/zod';
import type { Connection, mongo } from 'mongoose';
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

/** Only what raises the revision is news; the relay's own writes are not. */
const news = [
  {
    $match: {
      $or: [{ operationType: 'insert' }, { 'updateDescription.updatedFields.revision': { $exists: true } }],
    },
  },
];
const restartMs = 500;

export interface RecordTailOptions {
  readonly connection: Connection;
  readonly collection: string;
  /** Of many that came close together at once. */
  readonly announce: (causes: readonly AnnounceCause[]) => Promise<void>;
  /** The stream broke: clients must look again at what it may have missed. */
  readonly onGap: () => void;
}

/**
 * Announces every new revision of a collection's records. Each process does so for all; the same revision is stored
 * once. What happened while no process ran is covered by the mark: one from before this start means fetching anew.
 */
export function startRecordTail({ connection, collection, announce, onGap }: RecordTailOptions) {
  const stop = new AbortController();
  let stream: mongo.ChangeStream | undefined;

  async function follow(): Promise<void> {
    for (let isFirst = true; !stop.signal.aborted; isFirst = false) {
      try {
        const opened = connection.collection(collection).watch(news, { fullDocument: 'updateLookup' });
        stream = opened as unknown as mongo.ChangeStream; // mongoose types its wrapper more loosely than the driver's
        if (!isFirst) onGap();
        await tellAll(stream);
      } catch {
        // whatever broke it, clients come back with their marks
        await stream?.close().catch(() => undefined);
      }
      await sleep(restartMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  async function tellAll(changes: mongo.ChangeStream): Promise<void> {
    const batches = inBatches(announce, () => changes.close());
    for await (const change of changes) {
      const cause = 'fullDocument' in change ? causeOf(change.fullDocument) : undefined;
      if (cause) await batches.take(cause);
    }
  }

  const ended = follow();
  return async () => {
    stop.abort();
    await stream?.close().catch(() => undefined);
    await ended;
  };
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
