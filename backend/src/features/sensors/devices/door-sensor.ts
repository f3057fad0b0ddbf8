import type { ActionOf } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { doorSensorLifecycle } from '@grid-relief/shared-types/lifecycles/quarantine/door-sensor.lifecycle';
import type { ConsentHow, DoorPlace, SensorFlag } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import type { TrackedRecord } from '../../../acting';

/** The states and actions of handbook 2.3b. */
export const machine = doorSensorLifecycle;
export type SensorAction = ActionOf<typeof doorSensorLifecycle>;

/** The collection of all sensors, in stock and at doors. */
export const doorSensorCollection = 'doorSensors';
export const doorSensorKind = 'DOOR_SENSOR' as const;

/** The last signs of life; written by one cheap update, without an entry in history. */
export interface Signs {
  /** The highest number that was heard under this key. */
  readonly seq: number;
  readonly at: Date;
  readonly door?: 'OPEN' | 'CLOSED';
  readonly doorAt?: Date;
  /** Heard since it was put up, as the test of its installation. */
  readonly opened?: true;
  readonly closed?: true;
}

/** The key by which a sensor signs; a new one voids the one before, and its numbers begin anew. */
export interface SensorKey {
  readonly sealed: string;
  /** The operation that made it, and may see it again. */
  readonly opId: string;
  readonly generation: number;
}

/** Somebody in quarantine behind the door. */
export interface BehindDoor {
  readonly episode: string;
  /** The traveller whose chain waits for the sensor. */
  readonly about?: string;
}

/** What only a sensor knows of itself. */
export interface SensorDetail {
  readonly label: string;
  /** The area of its stock, where it goes back to. */
  readonly home: string;
  /** Who put it there: a repeat is theirs alone. */
  readonly addedBy?: string;
  readonly key?: SensorKey;
  readonly signs?: Signs;
  readonly flags?: Readonly<Partial<Record<SensorFlag, Date>>>;
  readonly place?: DoorPlace;
  readonly consent?: { readonly how: ConsentHow; readonly by: string; readonly at: Date };
  readonly behind?: readonly BehindDoor[];
  readonly removalAskedAt?: Date;
  readonly silentSince?: Date;
  /** The alert that tells of it together with many others. */
  readonly group?: string;
}

/** One magnetic contact (handbook 2.3b). */
export interface DoorSensor extends TrackedRecord<SensorDetail> {
  readonly kind: typeof doorSensorKind;
}

/** What the contracts of its actions carry, and what the product brings along. */
export interface SensorBody {
  readonly household?: string;
  readonly place?: DoorPlace;
  readonly consent?: ConsentHow;
  readonly told?: true;
  readonly flag?: SensorFlag;
  readonly group?: string;
}

/** Where a sensor hangs at a door on purpose of a quarantine. */
const atDoor: readonly string[] = ['BOUND', 'ONLINE', 'OFFLINE'];

/** Whether an opened door is somebody's business: bound, and nobody has asked to take it off. Pure. */
export const isWatching = ({ state, detail }: Pick<DoorSensor, 'state'> & { readonly detail: SensorDetail }): boolean =>
  atDoor.includes(state) && detail.removalAskedAt === undefined;
