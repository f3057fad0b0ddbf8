import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { DoorReason } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import type { FieldCipher } from '../../platform/encryption';
import type { Audit } from '../audit';
import type { MoveLink } from '../quarantine';
import type { BehindDoor } from './devices/door-sensor';

/** A time in which an opened door is explained; without an end it still runs. */
export interface DoorWindow {
  readonly why: DoorReason;
  readonly from: Date;
  /** First instant at which it no longer counts. */
  readonly to?: Date;
}

/** What sensors need of the others: functions, put together where the application is built. */
export interface SensorDeps {
  readonly connection: Connection;
  readonly now: Clock;
  readonly cipherOf: (county: string) => Promise<FieldCipher>;
  readonly areaName: (area: AreaId) => string;
  /** Where a household lives. */
  readonly areaOf: (county: string, household: string) => Promise<AreaId | undefined>;
  readonly doorCodes: (county: string, households: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Who is in quarantine behind a door, or about to be. */
  readonly behindDoor: (county: string, household: string) => Promise<readonly BehindDoor[]>;
  /** When bags came to a door, or are on their way to it. */
  readonly deliveryWindows: (county: string, household: string) => Promise<readonly DoorWindow[]>;
  /** Tells the chain how its link stands. */
  readonly moveLink: MoveLink;
  readonly recordLook: Audit['record'];
  /** Counts what became of an event or a message. */
  readonly count: (outcome: Counted) => void;
}

/** What became of what a sensor sent: taken, seen before, too old, not signed by its key, or from nobody we know. */
export type Counted = 'TAKEN' | 'REPEATED' | 'LATE' | 'FORGED' | 'UNKNOWN';
