import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';
import type { CodeRecord, GuessRecord, InvitationRecord, ProxyAskRecord, SessionRecord } from './sign-in.record';

const text = { type: String, required: true } as const;
const time = { type: Date, required: true } as const;
const options = { strict: 'throw', versionKey: false } as const;

const sessionSchema = new mongoose.Schema<SessionRecord>(
  {
    _id: text,
    county: text,
    person: text,
    device: text,
    generation: { type: Number, required: true },
    current: text,
    rotatedAt: time,
    revokedAt: Date,
    expiresAt: time,
  },
  { ...options, collection: 'sessions' },
);

const codeSchema = new mongoose.Schema<CodeRecord>(
  { _id: text, codeHash: text, expiresAt: time, usedBy: String, usedAt: Date, relation: String },
  { ...options, collection: 'oneTimeCodes' },
);

const proxyAskSchema = new mongoose.Schema<ProxyAskRecord>(
  { _id: text, county: text, by: text, inputHash: text, at: time, sent: Boolean, expiresAt: time },
  { ...options, collection: 'proxyAsks' },
);

const guessSchema = new mongoose.Schema<GuessRecord>(
  { _id: text, at: [Date], expiresAt: time },
  { ...options, collection: 'guesses' },
);

const invitationSchema = new mongoose.Schema<InvitationRecord>(
  {
    _id: text,
    county: text,
    by: text,
    inputHash: text,
    codeHash: text,
    phone: text,
    role: text,
    area: text,
    team: String,
    until: time,
    expiresAt: time,
    acceptedBy: String,
    followsSince: Date,
  },
  { ...options, collection: 'invitations' },
);

/** The models on one connection. */
export function signInModels(connection: Connection): {
  sessions: Model<SessionRecord>;
  codes: Model<CodeRecord>;
  proxyAsks: Model<ProxyAskRecord>;
  guesses: Model<GuessRecord>;
  invitations: Model<InvitationRecord>;
} {
  const { models } = connection;
  return {
    sessions: models.Session ?? connection.model<SessionRecord>('Session', sessionSchema),
    codes: models.OneTimeCode ?? connection.model<CodeRecord>('OneTimeCode', codeSchema),
    proxyAsks: models.ProxyAsk ?? connection.model<ProxyAskRecord>('ProxyAsk', proxyAskSchema),
    guesses: models.Guess ?? connection.model<GuessRecord>('Guess', guessSchema),
    invitations: models.Invitation ?? connection.model<InvitationRecord>('Invitation', invitationSchema),
  };
}

/** Rows that only count for minutes leave by themselves, an hour late at most. */
const soonGone = { key: { expiresAt: 1 }, expireAfterSeconds: 3600 } as const;

export const signInIndexes = [
  indexPlan('sessions', [{ key: { county: 1, person: 1, device: 1 } }, soonGone]),
  indexPlan('oneTimeCodes', [soonGone]),
  indexPlan('guesses', [soonGone]),
  indexPlan('proxyAsks', [soonGone]),
  indexPlan('invitations', [
    { key: { county: 1, codeHash: 1 } },
    { key: { followsSince: 1 }, partialFilterExpression: { followsSince: { $exists: true } } },
  ]),
];
