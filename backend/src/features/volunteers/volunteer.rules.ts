import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { Team } from '@grid-relief/shared-types/roles';
import type { VolunteerRecord, VolunteerStats } from './volunteer';

/** From this temperature on nobody works (handbook 5.4). Tenths of a degree Celsius. */
export const feverTenths = 373;

/** Open tasks one person may have unless told otherwise (handbook 4.2, groceries). */
export const defaultSeatLimit = 6;

/** What must be said to enrol somebody; the rest begins empty and off duty. */
export interface Enrolment {
  readonly person: string;
  readonly county: string;
  readonly area: AreaId;
  readonly team: Team;
  readonly skills: readonly string[];
  readonly ppe: number;
  readonly seatLimit?: number;
  readonly loop?: string;
  readonly dialects?: readonly string[];
  readonly gender?: 'F' | 'M';
  readonly relatives?: readonly string[];
  /** On duty from the start until then: tests. */
  readonly dutyUntil?: Date;
}

/** A new volunteer, ready to store. Pure. */
export function newVolunteer(enrolment: Enrolment, now: Date): VolunteerRecord {
  const { person, county, area, team, skills, ppe, loop, gender, dutyUntil } = enrolment;
  return {
    _id: person,
    county,
    area,
    scope: scopeOf(area),
    team,
    skills,
    dialects: enrolment.dialects ?? [],
    ppe,
    ...(loop === undefined ? {} : { loop }),
    ...(gender === undefined ? {} : { gender }),
    relatives: enrolment.relatives ?? [],
    contactChain: false,
    duty: dutyUntil ? { on: true, since: now, until: dutyUntil } : { on: false },
    healthHold: false,
    seats: [],
    seatLimit: enrolment.seatLimit ?? defaultSeatLimit,
    stats: { doneToday: 0, ended: 0, endedOnTime: 0 },
  };
}

/** Whether what somebody says at the start of duty keeps them from working. Pure. */
export function isUnwell(said: { readonly temperatureTenths: number; readonly symptoms: boolean }): boolean {
  return said.symptoms || said.temperatureTenths >= feverTenths;
}

/** On duty at this instant; a duty whose end has passed has ended by itself. Pure. */
export function isOnDuty({ duty, healthHold }: Pick<VolunteerRecord, 'duty' | 'healthHold'>, now: Date): boolean {
  return duty.on && !healthHold && duty.until !== undefined && duty.until > now;
}

/** Tasks ended today, Shanghai time. Pure. */
export function doneToday(stats: VolunteerStats, now: Date): number {
  return stats.day === dayOf(now) ? stats.doneToday : 0;
}

/** Share of ended tasks that were in time, 0..1; undefined without a past. Pure. */
export function onTimeShare({ ended, endedOnTime }: VolunteerStats): number | undefined {
  return ended === 0 ? undefined : endedOnTime / ended;
}
