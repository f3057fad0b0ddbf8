import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';

/** One sign-in on one device: a family of refresh tokens of which one lives at a time. */
export interface SessionRecord {
  readonly _id: string;
  readonly county: string;
  readonly person: string;
  readonly device: string;
  /** Rises with each refresh. */
  readonly generation: number;
  /** Hash of the living token. */
  readonly current: string;
  readonly rotatedAt: Date;
  readonly revokedAt?: Date;
  readonly expiresAt: Date;
}

/** A one-time code, as a keyed hash; its `_id` says for what and for whom. */
export interface CodeRecord {
  readonly _id: string;
  readonly codeHash: string;
  readonly expiresAt: Date;
  /** Which device used it: a repeat of the same request, whose answer was lost, still counts. */
  readonly usedBy?: string;
  readonly usedAt?: Date;
  /** What the code consents to. */
  readonly relation?: string;
}

/** The guesses of the last minutes. */
export interface GuessRecord {
  readonly _id: string;
  readonly at: readonly Date[];
  readonly expiresAt: Date;
}

/** An invitation to a role; its `_id` is the operation that made it. */
export interface InvitationRecord {
  readonly _id: string;
  readonly county: string;
  readonly by: string;
  readonly inputHash: string;
  readonly codeHash: string;
  /** Keyed hash of the phone invited: another person's phone does not open it. */
  readonly phone: string;
  readonly role: string;
  readonly area: string;
  readonly team?: string;
  readonly until: Date;
  readonly expiresAt: Date;
  readonly acceptedBy?: string;
}

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
  },
  { ...options, collection: 'invitations' },
);

/** The models on one connection. */
export function signInModels(connection: Connection): {
  sessions: Model<SessionRecord>;
  codes: Model<CodeRecord>;
  guesses: Model<GuessRecord>;
  invitations: Model<InvitationRecord>;
} {
  const { models } = connection;
  return {
    sessions: models.Session ?? connection.model<SessionRecord>('Session', sessionSchema),
    codes: models.OneTimeCode ?? connection.model<CodeRecord>('OneTimeCode', codeSchema),
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
  indexPlan('invitations', [{ key: { county: 1, codeHash: 1 } }]),
];
