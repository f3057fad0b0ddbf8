import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';
import { type AnnouncementRecord, announcementLifeMs } from './announcement.record';

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

export const announcementIndexes = indexPlan('announcements', [
  { key: { county: 1, topics: 1, at: 1 } },
  { key: { at: 1 }, expireAfterSeconds: announcementLifeMs / 1000 },
]);
