import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';
import type { CreditRecord, NoticeRecord } from './notice.record';

const text = { type: String, required: true } as const;
const options = { strict: 'throw', versionKey: false } as const;

const noticeSchema = new mongoose.Schema<NoticeRecord>(
  {
    _id: text,
    county: text,
    person: text,
    code: text,
    audience: String,
    values: { type: mongoose.Schema.Types.Mixed, required: true },
    record: String,
    urgent: { type: Boolean, required: true },
    at: { type: Date, required: true },
    unread: Boolean,
    readAt: Date,
    household: String,
    asks: { type: [String], default: undefined },
    withdrawnAt: Date,
    sendDue: Date,
    sendBy: { type: [String], default: undefined },
    tries: Number,
  },
  { ...options, collection: 'notices', minimize: false },
);

const creditSchema = new mongoose.Schema<CreditRecord>(
  {
    _id: text,
    county: text,
    credits: { type: Map, of: Number, default: {} },
    ops: [{ _id: false, opId: text, inputHash: text }],
  },
  { ...options, collection: 'messageCredits' },
);

/** The models on one connection. */
export function noticeModels(connection: Connection): { notices: Model<NoticeRecord>; credits: Model<CreditRecord> } {
  return {
    notices: connection.models.Notice ?? connection.model<NoticeRecord>('Notice', noticeSchema),
    credits: connection.models.MessageCredit ?? connection.model<CreditRecord>('MessageCredit', creditSchema),
  };
}

/** An inbox keeps a month, as long as other traces of movements (handbook 8). Seconds. */
const retentionSeconds = 30 * 24 * 60 * 60;

export const noticeIndexes = [
  indexPlan('notices', [
    { key: { county: 1, person: 1, at: -1, _id: -1 } },
    // of somebody who reads nothing for weeks, what replaces an earlier notice finds that one at once
    { key: { county: 1, person: 1, unread: 1, record: 1, code: 1 }, partialFilterExpression: { unread: true } },
    // what is asked about a record that has ended is withdrawn from every inbox at once
    { key: { county: 1, asks: 1 }, partialFilterExpression: { asks: { $exists: true } } },
    { key: { sendDue: 1 }, partialFilterExpression: { sendDue: { $exists: true } } },
    { key: { at: 1 }, expireAfterSeconds: retentionSeconds },
  ]),
  indexPlan('messageCredits', []),
];
