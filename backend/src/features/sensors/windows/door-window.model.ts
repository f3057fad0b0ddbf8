import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../../platform/database';
import type { StoredWindow } from './door-window.record';

const text = { type: String, required: true } as const;
const time = { type: Date, required: true } as const;
const schema = new mongoose.Schema<StoredWindow>(
  {
    ...{ _id: text, county: text, area: text, household: String, why: text, from: time, to: time, by: text },
    purgeAt: time,
  },
  { collection: 'doorWindows', strict: 'throw', versionKey: false },
);

/** The model on one connection. */
export function doorWindowModel(connection: Connection): Model<StoredWindow> {
  return connection.models.DoorWindow ?? connection.model<StoredWindow>('DoorWindow', schema);
}

export const doorWindowIndexes = indexPlan('doorWindows', [
  { key: { county: 1, area: 1, to: 1 } },
  { key: { purgeAt: 1 }, expireAfterSeconds: 0 },
]);
