import mongoose, { type Connection } from 'mongoose';
import { followNews, isDuplicate } from '../../platform/database';
import { announcementModel } from './announcement.model';
import type { AnnouncementRecord } from './announcement.record';

export interface TailOptions {
  readonly onAnnouncement: (announcement: AnnouncementRecord) => void;
  /** The stream broke: whoever listens must look again at what it may have missed. */
  readonly onGap: () => void;
}

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

    /** Follows what every process announces. @returns a function that ends it */
    tail({ onAnnouncement, onGap }: TailOptions): () => Promise<void> {
      return followNews({
        ...{ connection, collections: [model.collection.collectionName], wantsAdded: true },
        begin(isFirst) {
          if (!isFirst) onGap();
          // inserted by `add` above, so it has this very shape
          return ({ added }) => added && onAnnouncement(added as unknown as AnnouncementRecord);
        },
      });
    },
  };
}
export type AnnouncementRepository = ReturnType<typeof announcementRepository>;
