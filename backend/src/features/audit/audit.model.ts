import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';
import type { AuditBatch, AuditLease, AuditRow } from './audit.record';

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

const leaseSchema = new mongoose.Schema<AuditLease>(
  { _id: text, owner: String, until: time },
  { collection: 'auditLeases', strict: 'throw', versionKey: false },
);

/** The models on one connection. */
export function auditModels(connection: Connection): {
  rows: Model<AuditRow>;
  batches: Model<AuditBatch>;
  leases: Model<AuditLease>;
} {
  const { models } = connection;
  return {
    rows: models.AuditRow ?? connection.model<AuditRow>('AuditRow', rowSchema),
    leases: models.AuditLease ?? connection.model<AuditLease>('AuditLease', leaseSchema),
    batches: models.AuditBatch ?? connection.model<AuditBatch>('AuditBatch', batchSchema),
  };
}

export const auditIndexes = [
  indexPlan('auditRows', [{ key: { county: 1, kind: 1, record: 1, at: -1 } }, { key: { county: 1, batch: 1, at: 1 } }]),
  indexPlan('auditBatches', [{ key: { county: 1, number: 1 } }]),
  indexPlan('auditLeases', []),
];
