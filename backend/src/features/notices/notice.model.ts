import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';

export type NoticeValues = Readonly<Record<string, string | number>>;

/** A message of one person's inbox: a code and values without personal data; the app has the words. */
export interface NoticeRecord {
  /** Derived from its cause and the person: a second delivery of the cause finds it there. */
  readonly _id: string;
  readonly county: string;
  readonly person: string;
  readonly code: string;
  readonly values: NoticeValues;
  readonly record?: string;
  readonly urgent: boolean;
  readonly at: Date;
  /** Present while nobody has read it: the index of unread ones holds nothing else. */
  readonly unread?: true;
  readonly readAt?: Date;
  /** When it goes out by the other channels; absent once somebody took that on. */
  readonly sendDue?: Date;
}

/** One acceptance of a one-time message is worth one message (handbook 4.7). */
export interface CreditRecord {
  /** The person. */
  readonly _id: string;
  readonly county: string;
  /** Messages left by template; the key is the template's id in base64url, since ids may hold dots. */
  readonly credits: ReadonlyMap<string, number>;
  readonly ops: readonly { readonly opId: string; readonly inputHash: string }[];
}

const text = { type: String, required: true } as const;
const options = { strict: 'throw', versionKey: false } as const;

const noticeSchema = new mongoose.Schema<NoticeRecord>(
  {
    _id: text,
    county: text,
    person: text,
    code: text,
    values: { type: mongoose.Schema.Types.Mixed, required: true },
    record: String,
    urgent: { type: Boolean, required: true },
    at: { type: Date, required: true },
    unread: Boolean,
    readAt: Date,
    sendDue: Date,
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
    { key: { county: 1, person: 1, unread: 1 }, partialFilterExpression: { unread: true } },
    { key: { sendDue: 1 }, partialFilterExpression: { sendDue: { $exists: true } } },
    { key: { at: 1 }, expireAfterSeconds: retentionSeconds },
  ]),
  indexPlan('messageCredits', []),
];
