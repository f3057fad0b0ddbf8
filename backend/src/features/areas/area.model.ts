import type { AreaId, AreaLevel, ControlZone } from '@grid-relief/shared-types/primitives/areas';
import mongoose, { type Connection, type Model } from 'mongoose';
import { indexPlan } from '../../platform/database';

/** A place of the area tree as stored. An area that ends keeps its record: history stays where it happened (handbook 4.1). */
export interface AreaRecord {
  readonly _id: AreaId;
  readonly county: string;
  readonly level: AreaLevel;
  readonly name: string;
  /** Its own id and those of all its ancestors. */
  readonly scope: readonly AreaId[];
  /** Absent: as the place above it. */
  readonly zone?: ControlZone;
  readonly adjacent: readonly AreaId[];
  readonly validFrom: Date;
  /** First instant at which it no longer counts; absent: in force. */
  readonly validTo?: Date;
}

const schema = new mongoose.Schema<AreaRecord>(
  {
    _id: { type: String, required: true },
    county: { type: String, required: true },
    level: { type: String, required: true },
    name: { type: String, required: true },
    scope: { type: [String], required: true },
    zone: String,
    adjacent: { type: [String], default: [] },
    validFrom: { type: Date, required: true },
    validTo: Date,
  },
  { collection: 'areas', strict: 'throw', versionKey: false },
);

/** The model on one connection. */
export function areaModel(connection: Connection): Model<AreaRecord> {
  return connection.models.Area ?? connection.model<AreaRecord>('Area', schema);
}

export const areaIndexes = indexPlan('areas', [{ key: { county: 1, scope: 1, level: 1, _id: 1 } }]);
