import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';
import type { HouseholdRecord } from './household.record';

const text = { type: String, required: true } as const;

const schema = new mongoose.Schema<HouseholdRecord>(
  {
    _id: text,
    county: text,
    area: text,
    scope: { type: [String], required: true },
    contactName: text,
    phone: text,
    address: text,
    facts: text,
    isPost: Boolean,
    createdAt: { type: Date, required: true },
    formerAddresses: { type: [mongoose.Schema.Types.Mixed], default: undefined },
  },
  { collection: 'households', strict: 'throw', versionKey: false },
);

/** The model on one connection. */
export function householdModel(connection: Connection): Model<HouseholdRecord> {
  return connection.models.Household ?? connection.model<HouseholdRecord>('Household', schema);
}

export const householdIndexes = [indexPlan('households', [{ key: { county: 1, scope: 1, area: 1 } }])];
