import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';

/** That a record changed, and who may care; never what is in it (handbook 10). */
export interface AnnouncementRecord {
  /** Record and revision: a second delivery of the cause finds it there. */
  readonly _id: string;
  readonly county: string;
  readonly topics: readonly string[];
  readonly record: string;
  readonly kind: string;
  readonly revision: number;
  /** The machine's time at writing. */
  readonly at: Date;
}

const text = { type: String, required: true } as const;
const schema = new mongoose.Schema<AnnouncementRecord>(
  {
    _id: text,
    county: text,
    topics: { type: [String], required: true },
    record: text,
    kind: text,
    revision: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'announcements', strict: 'throw', versionKey: false },
);

/** The model on one connection. */
export function announcementModel(connection: Connection): Model<AnnouncementRecord> {
  return connection.models.Announcement ?? connection.model<AnnouncementRecord>('Announcement', schema);
}

/** How long a client may be away and still catch up, in milliseconds. */
export const announcementLifeMs = 60 * 60 * 1000;

export const announcementIndexes = indexPlan('announcements', [
  { key: { county: 1, topics: 1, at: 1 } },
  { key: { at: 1 }, expireAfterSeconds: announcementLifeMs / 1000 },
]);
