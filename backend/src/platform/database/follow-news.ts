import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, mongo } from 'mongoose';

/** Something new: a document that was added, or one that has a new revision. */
export interface News {
  readonly collection: string;
  readonly id: unknown;
  /** The whole document, where it was added and whoever follows wants it. */
  readonly added?: mongo.Document;
}

export interface FollowNewsOptions {
  readonly connection: Connection;
  readonly collections: readonly string[];
  /** Added documents come whole, not only by their id. */
  readonly wantsAdded?: boolean;
  /**
   * A stream begins; what happened between two of them is told by none.
   * @param end lets this stream be and begins the next
   * @returns what takes its news; the next one waits until that resolves
   */
  readonly begin: (isFirst: boolean, end: () => Promise<void>) => (news: News) => void | Promise<void>;
}

/** Only what raises the revision is news: the relay's own writes are not, or it would wake itself for ever. */
const isNews = {
  $or: [{ operationType: 'insert' }, { 'updateDescription.updatedFields.revision': { $exists: true } }],
};
const restartMs = 500;

interface Change {
  readonly ns: { readonly coll: string };
  readonly documentKey: { readonly _id: unknown };
  readonly fullDocument?: mongo.Document;
}

const newsIn = ({ ns, documentKey, fullDocument }: Change): News => ({
  ...{ collection: ns.coll, id: documentKey._id },
  ...(fullDocument ? { added: fullDocument } : {}),
});

/**
 * Follows what is new in some collections of a database, until it is ended. One stream for all of them: every stream reads
 * all that is written anywhere and holds a connection of the pool, so that one for each collection cost the server a third
 * of its time. A stream that breaks begins anew after half a second.
 * @returns a function that ends it
 */
export function followNews(options: FollowNewsOptions): () => Promise<void> {
  const { connection, collections, wantsAdded = false, begin } = options;
  const stop = new AbortController();
  const fields = { ns: 1, documentKey: 1, ...(wantsAdded ? { fullDocument: 1 } : {}) };
  const pipeline = [{ $match: { 'ns.coll': { $in: [...collections] }, ...isNews } }, { $project: fields }];
  let stream: mongo.ChangeStream | undefined;
  const end = async () => void (await stream?.close().catch(() => undefined));

  async function follow(): Promise<void> {
    for (let isFirst = true; !stop.signal.aborted; isFirst = false) {
      try {
        if (!connection.db) throw new Error('The database connection is not open.');
        stream = connection.db.watch(pipeline);
        const take = begin(isFirst, end);
        for await (const change of stream) await take(newsIn(change as unknown as Change)); // as projected above
      } catch {
        // whatever broke it, the next stream is told that it is not the first
        await end();
      }
      await sleep(restartMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }

  const ended = follow();
  return async () => {
    stop.abort();
    await end();
    await ended;
  };
}
