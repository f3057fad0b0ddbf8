import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../../platform/database';
import type { DoorEvent } from './door-event.record';

const text = { type: String, required: true } as const;
const time = { type: Date, required: true } as const;
const schema = new mongoose.Schema<DoorEvent>(
  {
    ...{ _id: text, county: text, sensor: text, household: text, kind: text, at: time, receivedAt: time },
    ...{ why: String, alert: String, purgeAt: Date },
  },
  { collection: 'doorEvents', strict: 'throw', versionKey: false },
);

/** The model on one connection. */
export function doorEventModel(connection: Connection): Model<DoorEvent> {
  return connection.models.DoorEvent ?? connection.model<DoorEvent>('DoorEvent', schema);
}

export const doorEventIndexes = indexPlan('doorEvents', [
  { key: { county: 1, household: 1, at: -1 } },
  { key: { purgeAt: 1 }, expireAfterSeconds: 0 },
]);
