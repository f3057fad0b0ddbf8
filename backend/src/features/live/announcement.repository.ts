import mongoose, { type Connection, type mongo } from 'mongoose';
import { isDuplicate } from '../../platform/database';
import { announcementModel } from './announcement.model';
import type { AnnouncementRecord } from './announcement.record';

/** Calls back for everything announced by any process; `stop` ends it. */
export interface Tail {
  stop(): Promise<void>;
}

export interface TailOptions {
  readonly onAnnouncement: (announcement: AnnouncementRecord) => void;
  /** The stream broke: whoever listens must look again at what it may have missed. */
  readonly onGap: () => void;
}

const restartMs = 500;

/** Reads and writes of announcements. */
export function announcementRepository(connection: Connection) {
  const model = announcementModel(connection);
  return {
    /** Stores them; a repeat changes nothing. */
    async add(rows: readonly AnnouncementRecord[]): Promise<void> {
      await model.insertMany([...rows], { ordered: false }).catch((error: unknown) => {
        if (!isDuplicate(error)) throw error;
      });
    },

    /** What was announced since an instant on any of these topics, oldest first. */
    since(county: string, topics: readonly string[], from: Date, limit: number): Promise<AnnouncementRecord[]> {
      return model
        .find({ county, topics: mongoose.trusted({ $in: [...topics] }), at: mongoose.trusted({ $gte: from }) })
        .sort({ at: 1 })
        .limit(limit)
        .lean<AnnouncementRecord[]>()
        .exec();
    },

    /** Follows what every process announces. A broken stream is opened anew until `stop`. */
    async tail(options: TailOptions): Promise<Tail> {
      let stopped = false;
      let stream: mongo.ChangeStream | undefined;
      const follow = async (isFirst: boolean): Promise<void> => {
        // the driver's own collection: mongoose's stream cannot be iterated
        const opened = model.collection.watch([{ $match: { operationType: 'insert' } }]);
        stream = opened as unknown as mongo.ChangeStream; // mongoose types its wrapper more loosely than the driver's
        stream.on('change', (change) => {
          // inserted by `add` above, so it has this very shape
          if (change.operationType === 'insert')
            options.onAnnouncement(change.fullDocument as unknown as AnnouncementRecord);
        });
        stream.on('error', () => {
          void stream?.close().catch(() => undefined);
          if (!stopped) setTimeout(() => void follow(false), restartMs);
        });
        if (!isFirst) options.onGap();
      };
      await follow(true);
      return {
        async stop() {
          stopped = true;
          await stream?.close();
        },
      };
    },
  };
}
export type AnnouncementRepository = ReturnType<typeof announcementRepository>;
