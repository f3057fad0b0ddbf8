import type { DoorReason } from '@grid-relief/shared-types/sensors/door-sensor.schema';

/** A time that somebody has announced, for one home or for every home of an area. */
export interface StoredWindow {
  readonly _id: string;
  readonly county: string;
  readonly area: string;
  readonly household?: string;
  readonly why: DoorReason;
  readonly from: Date;
  readonly to: Date;
  readonly by: string;
  /** When it is removed (handbook 8). */
  readonly purgeAt: Date;
}
