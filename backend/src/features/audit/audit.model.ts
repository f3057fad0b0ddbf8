import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';

/** One look at, or one use of, somebody's data. Ids only: the row outlives the names it is about (handbook 8). */
export interface AuditRow {
  readonly _id: string;
  readonly county: string;
  readonly at: Date;
  /** Who looked. */
  readonly who: string;
  /** Under which role. */
  readonly role: string;
  /** What kind of record, e.g. `household`. */
  readonly kind: string;
  readonly record: string;
  /** What was done, e.g. `reveal`. */
  readonly did: string;
  /** The reason code given. */
  readonly why: string;
  /** Keyed hash over everything above. */
  readonly mac: string;
  /** Number of the batch that holds it; absent until it is sealed. */
  readonly batch?: number;
}

/** Some seconds' rows in the chain: written once, never changed. */
export interface AuditBatch {
  readonly _id: string;
  readonly county: string;
  readonly number: number;
  /** Place of its first row in the whole chain. */
  readonly first: number;
  readonly rows: readonly string[];
  /** The chain's hash after each row; the last one is the head. */
  readonly links: readonly string[];
  readonly sealedAt: Date;
}

const text = { type: String, required: true } as const;
const number = { type: Number, required: true } as const;
const time = { type: Date, required: true } as const;

const rowSchema = new mongoose.Schema<AuditRow>(
  {
    _id: text,
    county: text,
    at: time,
    who: text,
    role: text,
    kind: text,
    record: text,
    did: text,
    why: text,
    mac: text,
    batch: Number,
  },
  { collection: 'auditRows', strict: 'throw', versionKey: false },
);

const batchSchema = new mongoose.Schema<AuditBatch>(
  { _id: text, county: text, number, first: number, rows: [String], links: [String], sealedAt: time },
  { collection: 'auditBatches', strict: 'throw', versionKey: false },
);

/** The models on one connection. */
export function auditModels(connection: Connection): { rows: Model<AuditRow>; batches: Model<AuditBatch> } {
  const { models } = connection;
  return {
    rows: models.AuditRow ?? connection.model<AuditRow>('AuditRow', rowSchema),
    batches: models.AuditBatch ?? connection.model<AuditBatch>('AuditBatch', batchSchema),
  };
}

export const auditIndexes = [
  indexPlan('auditRows', [{ key: { county: 1, kind: 1, record: 1, at: -1 } }, { key: { county: 1, batch: 1, at: 1 } }]),
  indexPlan('auditBatches', [{ key: { county: 1, number: 1 } }]),
];
