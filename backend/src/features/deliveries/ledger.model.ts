import type { LedgerKind } from '@grid-relief/shared-types/deliveries/ledger.contract';
import type { z } from '@grid-relief/shared-types/zod';
import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';

/** One line of the book: written once, never changed. `_id` is derived from what caused it. Fen. */
export interface LedgerRecord {
  readonly _id: string;
  readonly county: string;
  readonly scope: readonly string[];
  readonly kind: z.infer<typeof LedgerKind>;
  readonly amountFen: number;
  readonly delivery: string;
  readonly code: string;
  /** Who paid in advance or got it back. */
  readonly person?: string;
  readonly at: Date;
  /** Until when the carrier must have it back. */
  readonly dueAt?: Date;
  /** Who wrote a repayment down, and by which operation. */
  readonly by?: string;
  readonly opId?: string;
}

const schema = new mongoose.Schema<LedgerRecord>(
  {
    _id: { type: String, required: true },
    county: { type: String, required: true },
    scope: { type: [String], required: true },
    kind: { type: String, required: true },
    amountFen: { type: Number, required: true },
    delivery: { type: String, required: true },
    code: { type: String, required: true },
    person: String,
    at: { type: Date, required: true },
    dueAt: Date,
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
