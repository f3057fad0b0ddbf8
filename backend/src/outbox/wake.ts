import { setTimeout as sleep } from 'node:timers/promises';
import type { mongo } from 'mongoose';
import type { OutboxRecords } from './records';

/** Only what changes the revision is news; the relay's own writes do not, or it would wake itself for ever. */
const news = [
  {
    $match: {
      $or: [{ operationType: 'insert' }, { 'updateDescription.updatedFields.revision': { $exists: true } }],
    },
  },
  { $project: { _id: 1 } },
];

const restartMs = 500;

/**
 * Calls `wake` when a document of the collection was written. A hint only: a stream that lost its place begins anew
 * and calls `wake` once, so that one sweep finds what it missed.
 * @returns a function that ends it
 */
export function watchNews(records: () => OutboxRecords, wake: () => void): () => Promise<void> {
  const stop = new AbortController();
  let stream: mongo.ChangeStream | undefined;
  async function follow(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        stream = records().watch(news);
        wake();
        for await (const _change of stream) wake();
      } catch {
        // whatever broke it, the next stream and the slow sweep make up for it
        await stream?.close().catch(() => undefined);
      }
      await sleep(restartMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
  const ended = follow();
  return async () => {
    stop.abort();
    await stream?.close().catch(() => undefined);
    await ended;
  };
}
