import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';
import type { LedgerRecord } from './ledger.record';

const schema = new mongoose.Schema<LedgerRecord>(
  {
    _id: { type: String, required: true },
    county: { type: String, required: true },
    scope: { type: [String], required: true },
    kind: { type: String, required: true },
    amountFen: { type: Number, required: true },
    delivery: String,
    run: String,
    code: String,
    person: String,
    at: { type: Date, required: true },
    dueAt: Date,
    byReceipt: Boolean,
    by: String,
    opId: String,
  },
  { collection: 'ledger', strict: 'throw', versionKey: false },
);

export function ledgerModel(connection: Connection): Model<LedgerRecord> {
  return connection.models.Ledger ?? connection.model<LedgerRecord>('Ledger', schema);
}

export const ledgerIndexes = indexPlan('ledger', [
  { key: { county: 1, person: 1, at: -1 } },
  { key: { county: 1, scope: 1, kind: 1, at: 1 } },
  { key: { county: 1, delivery: 1 } },
]);
