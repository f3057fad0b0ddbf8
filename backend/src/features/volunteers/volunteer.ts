import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Team } from '@grid-relief/shared-types/roles';
import type { HoldCause } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import type { OutboxEntry, ParkedEntry, RelayMark } from '../../outbox';

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

export interface DutyOperation {
  readonly opId: string;
  readonly inputHash: string;
}

/** A hold that a doctor has ended, under the operation that did it. */
export interface ClearedHold {
  readonly since: Date;
  readonly at: Date;
  /** The doctor. */
  readonly by: string;
  /** What the doctor said, sealed; the volunteer reads it. */
  readonly sealed: string;
  readonly opId: string;
  readonly inputHash: string;
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
  /** Operations that changed the duty, latest last: one that comes again after a later one changes nothing. */
  readonly dutyOps?: readonly DutyOperation[];
  /** Fever or a symptom: no work until a doctor clears it. */
  readonly healthHold: boolean;
  /** When that began: the doors of the two days before are the investigator's. */
  readonly sickAt?: Date;
  readonly sickCause?: HoldCause;
  /** Of a fever: the temperature that began it, in tenths of a degree. */
  readonly sickTenths?: number;
  /** What the person said is the matter, sealed; a doctor opens it. */
  readonly sickWords?: string;
  /** Holds that a doctor has ended, latest last. */
  readonly clearedHolds?: readonly ClearedHold[];
  /** What must follow of a change of this person; the relay delivers it. */
  readonly outbox?: readonly OutboxEntry[];
  readonly parked?: readonly ParkedEntry[];
  readonly relay?: RelayMark;
  readonly seats: readonly Seat[];
  readonly seatLimit: number;
  readonly stats: VolunteerStats;
}
