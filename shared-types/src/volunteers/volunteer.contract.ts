import { endpoint, intent } from '../contract';
import { AreaId } from '../primitives/areas';
import { HouseholdId, PersonId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import { Team } from '../roles';
import * as z from '../zod';

/** What I am as a volunteer, and how loaded. */
export const VolunteerMe = z.object({
  team: Team,
  area: AreaId,
  areaNames: z.array(z.string()),
  skills: z.array(z.string()),
  onDuty: z.boolean(),
  dutySince: z.optional(Instant),
  dutyUntil: z.optional(Instant),
  healthHold: z.boolean(),
  /** A doctor has ended a hold lately, with what the doctor said. */
  holdCleared: z.optional(z.object({ at: Instant, words: z.optional(z.string()) })),
  openSeats: z.int(),
  seatLimit: z.int(),
  doneToday: z.int(),
  owedToMeFen: z.int(),
});
export type VolunteerMe = z.infer<typeof VolunteerMe>;

export const volunteerMe = endpoint({
  name: 'volunteerMe',
  method: 'GET',
  path: '/volunteers/me',
  access: { roles: ['VOLUNTEER'] },
  response: VolunteerMe,
  problems: ['not-found'],
  summary: 'My duty, load and skills.',
});
export const goOnDuty = endpoint({
  name: 'goOnDuty',
  method: 'POST',
  path: '/volunteers/me/on-duty',
  access: { roles: ['VOLUNTEER'] },
  body: z.strictObject({
    ...intent,
    until: Instant,
    temperatureTenths: z.int().check(z.gte(340), z.lte(430)),
    symptoms: z.boolean(),
  }),
  response: VolunteerMe,
  problems: ['not-found', 'not-allowed', 'op-id-reused'],
  summary: 'Start duty with own temperature; a fever or symptom puts me on hold instead.',
});
/** Leaving duty never drops held work: what is open must be given back or handed over first, or is listed in the answer. */
export const goOffDuty = endpoint({
  name: 'goOffDuty',
  method: 'POST',
  path: '/volunteers/me/off-duty',
  access: { roles: ['VOLUNTEER'] },
  /** `words`: what is the matter, for a doctor alone. */
  body: z.strictObject({
    ...intent,
    sick: z.optional(z.boolean()),
    words: z.optional(z.string().check(z.trim(), z.maxLength(300))),
  }),
  response: VolunteerMe,
  problems: ['not-found', 'op-id-reused'],
  summary: 'End duty; sick: held work is given back or prepared for handover.',
});
export const onDuty = endpoint({
  name: 'onDuty',
  method: 'GET',
  path: '/volunteers/on-duty',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery, area: z.optional(AreaId) }),
  response: pageOf(
    z.object({
      person: PersonId,
      label: z.string(),
      team: Team,
      area: AreaId,
      areaName: z.string(),
      phoneMasked: z.string(),
      openSeats: z.int(),
      seatLimit: z.int(),
      dutyUntil: z.optional(Instant),
      healthHold: z.boolean(),
    }),
  ),
  problems: ['not-allowed'],
  summary: 'Who is on duty in my area and how loaded.',
});
/** Somebody who fell ill on duty, and the doors where that person was in the two days before; no names of households. */
export const ExposedDoors = z.object({
  person: PersonId,
  label: z.string(),
  areaName: z.string(),
  sickAt: Instant,
  doors: z.array(
    z.object({
      household: HouseholdId,
      doorCode: z.string(),
      areaName: z.string(),
      at: Instant,
      /** What was done there, e.g. `drop`. */
      did: z.string(),
      /** The goods had been sent to another place by then: ask this household where. */
      elsewhere: z.optional(z.literal(true)),
    }),
  ),
});
export const exposedDoors = endpoint({
  name: 'exposedDoors',
  method: 'GET',
  path: '/volunteers/exposed-doors',
  access: { roles: ['CDC_INVESTIGATOR'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(ExposedDoors),
  summary: 'Volunteers who fell ill, latest first, with the doors of the 48 hours before.',
});

/** What put somebody on hold: falling ill on duty, a fever before it, or a symptom. */
export const HoldCause = z.enum(['SICK', 'FEVER', 'SYMPTOM']);
export type HoldCause = z.infer<typeof HoldCause>;

/** A volunteer who gets no work until a doctor says so (handbook 2.6). */
export const HealthHold = z.object({
  person: PersonId,
  label: z.string(),
  team: Team,
  areaName: z.string(),
  since: Instant,
  cause: z.optional(HoldCause),
  /** Tenths of a degree Celsius, as the person measured it. */
  temperatureTenths: z.optional(z.int()),
  words: z.optional(z.string()),
});
export type HealthHold = z.infer<typeof HealthHold>;

export const healthHolds = endpoint({
  name: 'healthHolds',
  method: 'GET',
  path: '/doctor/holds',
  access: { roles: ['DOCTOR'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(HealthHold),
  summary: 'Volunteers on hold in my area, longest first, with why; each look is recorded.',
});
/** `since` names the hold that was looked at: another one that began meanwhile stays. */
export const clearHold = endpoint({
  name: 'clearHold',
  method: 'POST',
  path: '/doctor/holds/{id}/clear',
  access: { roles: ['DOCTOR'] },
  params: z.strictObject({ id: PersonId }),
  body: z.strictObject({
    ...intent,
    since: Instant,
    words: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  }),
  response: z.object({ person: PersonId, since: Instant, clearedAt: Instant }),
  problems: ['not-found', 'not-allowed', 'changed-meanwhile'],
  summary: 'The volunteer is well enough to work again; told with the doctor’s words.',
});
