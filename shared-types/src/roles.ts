import * as z from './zod';

/** Every role of the product (handbook 3). A role is granted with a scope and an end date; teams are not roles. */
export const roles = [
  'RESIDENT',
  'PROXY',
  'HOST_UNIT',
  'VENUE_OWNER',
  'COMPANY_CONTACT',
  'BUILDING_CAPTAIN',
  'HOUSEHOLD_CADRE',
  'GRID_WORKER',
  'GRID_LEADER',
  'COMMUNITY_WORKER',
  'VILLAGE_SECRETARY',
  'TOWNSHIP_DISPATCHER',
  'COUNTY_DISPATCHER',
  'COUNTY_HEAD',
  'DOCTOR',
  'CDC_INVESTIGATOR',
  'CODE_CLERK',
  'SAMPLER',
  'CALLER',
  'REGISTRAR',
  'LAB',
  'CHECKPOINT_OFFICER',
  'SHIFT_LEADER',
  'CHECKPOINT_COMMANDER',
  'POLICE',
  'PARK_STAFF',
  'SITE_LEAD',
  'SITE_MANAGER',
  'STORE_KEEPER',
  'TRANSFER_DESK',
  'DRIVER',
  'ESCORT',
  'VOLUNTEER',
  'TEAM_LEADER',
  'ORGANISATION_LEAD',
  'ROSTER_CLERK',
  'TRAINER',
  'SCREENER',
  'COMMUNITY_CASHIER',
  'VENUE_CLERK',
  'INFO_DESK',
  'AUDITOR',
  'ADMIN',
] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Volunteer teams (handbook 3): who recruited a person, never what the person may do. */
export const Team = z.enum([
  'VETERAN',
  'YOUTH_RIDESHARE',
  'WOMEN',
  'STUDENT',
  'PARTY_STRIKE',
  'PARTY_RESERVE',
  'PARK',
  'SECONDED',
  'OTHER',
]);
export type Team = z.infer<typeof Team>;
