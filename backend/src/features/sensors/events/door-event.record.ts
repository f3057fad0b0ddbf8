import type { DoorReason } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import type { SensorEvent } from '@grid-relief/shared-types/sensors/sensor-event.contract';

/** What a door did: written once, never changed, no record with a lifecycle (handbook: architecture 4). */
export interface DoorEvent {
  /** Made of the sensor, its key's generation and its number: a second delivery finds it here. */
  readonly _id: string;
  readonly county: string;
  readonly sensor: string;
  readonly household: string;
  readonly kind: Exclude<SensorEvent['kind'], 'HEARTBEAT'>;
  readonly at: Date;
  readonly receivedAt: Date;
  /** What explained an opening. */
  readonly why?: DoorReason;
  /** The alert that began with it, or that was open then. */
  readonly alert?: string;
  /** When it is removed; from release on (handbook 8). */
  readonly purgeAt?: Date;
}
