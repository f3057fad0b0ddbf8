import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';
import type { AreaRecord } from './area.record';

const schema = new mongoose.Schema<AreaRecord>(
  {
    _id: { type: String, required: true },
    county: { type: String, required: true },
    level: { type: String, required: true },
    name: { type: String, required: true },
    scope: { type: [String], required: true },
    zone: String,
    handoverPoint: String,
    pickupPlace: {
      type: new mongoose.Schema(
        { name: String, numbers: Number, opensMinute: Number, closesMinute: Number },
        { _id: false, strict: 'throw' },
      ),
      default: undefined,
    },
    fourClass: {
      type: [
        new mongoose.Schema(
          { mode: String, from: Date, by: String, opId: String, inputHash: String },
          { _id: false, strict: 'throw' },
        ),
      ],
      default: undefined,
    },
    adjacent: { type: [String], default: [] },
    validFrom: { type: Date, required: true },
    validTo: Date,
    successors: { type: [String], default: undefined },
    madeBy: String,
    endedBy: String,
    formerNames: {
      type: [new mongoose.Schema({ name: String, until: Date, change: String }, { _id: false, strict: 'throw' })],
      default: undefined,
    },
  },
  { collection: 'areas', strict: 'throw', versionKey: false },
);

/** The model on one connection. */
export function areaModel(connection: Connection): Model<AreaRecord> {
  return connection.models.Area ?? connection.model<AreaRecord>('Area', schema);
}

export const areaIndexes = indexPlan('areas', [{ key: { county: 1, scope: 1, level: 1, _id: 1 } }]);
