import mongoose, { type Connection, type Model } from 'mongoose';
import { relayIndex } from '../../outbox/collections';
import { indexPlan } from '../../platform/database';
import type { VolunteerRecord } from './volunteer';

/** Shaped by the outbox. */
const free = mongoose.Schema.Types.Mixed;

const schema = new mongoose.Schema<VolunteerRecord>(
  {
    _id: { type: String, required: true },
    county: { type: String, required: true },
    area: { type: String, required: true },
    scope: { type: [String], required: true },
    team: { type: String, required: true },
    skills: { type: [String], default: [] },
    dialects: { type: [String], default: [] },
    ppe: { type: Number, required: true },
    loop: String,
    gender: String,
    relatives: { type: [String], default: [] },
    contactChain: { type: Boolean, default: false },
    duty: {
      on: { type: Boolean, default: false },
      since: Date,
      until: Date,
      temperatureTenths: Number,
      opId: String,
      inputHash: String,
    },
    dutyOps: { type: [{ _id: false, opId: String, inputHash: String }], default: [] },
    healthHold: { type: Boolean, default: false },
    sickAt: Date,
    sickTenths: Number,
    sickCause: String,
    sickWords: String,
    clearedHolds: {
      type: [{ _id: false, since: Date, at: Date, by: String, sealed: String, opId: String, inputHash: String }],
      default: undefined,
    },
    outbox: { type: [free], default: undefined },
    parked: { type: [free], default: undefined },
    relay: { type: { due: Date, lease: Date, owner: String }, default: undefined, _id: false },
    seats: { type: [{ _id: false, task: String, opId: String, at: Date }], default: [] },
    seatLimit: { type: Number, required: true },
    stats: { day: String, doneToday: Number, ended: Number, endedOnTime: Number, lastServedAt: Date },
  },
  { collection: 'volunteers', strict: 'throw', versionKey: false },
);

/** The model on one connection. */
export function volunteerModel(connection: Connection): Model<VolunteerRecord> {
  return connection.models.Volunteer ?? connection.model<VolunteerRecord>('Volunteer', schema);
}

/** `scope` finds who is near a task; the seat sweep walks a county's people by `_id`. */
export const volunteerIndexes = indexPlan('volunteers', [
  { key: { county: 1, scope: 1, 'duty.on': 1, _id: 1 } },
  relayIndex,
]);
