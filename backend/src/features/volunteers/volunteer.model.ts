import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Team } from '@grid-relief/shared-types/roles';
import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';

/** One place taken by one task. Kept under the operation that took the task, so that releasing twice frees once. */
export interface Seat {
  readonly task: string;
  readonly opId: string;
  readonly at: Date;
}

/** On duty or not, with the statement about one's own health it began with. */
export interface Duty {
  readonly on: boolean;
  readonly since?: Date;
  readonly until?: Date;
  /** Own temperature in tenths of a degree Celsius. */
  readonly temperatureTenths?: number;
  /** The operation that last changed it, and a fingerprint of what was said. */
  readonly opId?: string;
  readonly inputHash?: string;
}

/** What the router and the person's own page count. */
export interface VolunteerStats {
  /** The Shanghai day that `doneToday` counts. */
  readonly day?: string;
  readonly doneToday: number;
  readonly ended: number;
  readonly endedOnTime: number;
  readonly lastServedAt?: Date;
}

/** A volunteer as stored; name and phone stay with the person. */
export interface VolunteerRecord {
  readonly _id: string;
  readonly county: string;
  readonly area: AreaId;
  /** The area and its ancestors. */
  readonly scope: readonly AreaId[];
  readonly team: Team;
  readonly skills: readonly string[];
  readonly dialects: readonly string[];
  readonly ppe: number;
  readonly loop?: string;
  readonly gender?: 'F' | 'M';
  /** Households of relatives, the own one included. */
  readonly relatives: readonly string[];
  readonly contactChain: boolean;
  readonly duty: Duty;
  /** Fever or a symptom: no work until a doctor clears it. */
  readonly healthHold: boolean;
  readonly seats: readonly Seat[];
  readonly seatLimit: number;
  readonly stats: VolunteerStats;
}

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
    healthHold: { type: Boolean, default: false },
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
export const volunteerIndexes = indexPlan('volunteers', [{ key: { county: 1, scope: 1, 'duty.on': 1, _id: 1 } }]);
