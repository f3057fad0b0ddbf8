import { type AreaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { type Role, roles } from '@grid-relief/shared-types/roles';
import { holdsRole, type PersonActor } from '../../lifecycle';

/** Everybody who serves a grid or a building. */
const gridStaff: readonly Role[] = ['VOLUNTEER', 'BUILDING_CAPTAIN', 'HOUSEHOLD_CADRE', 'GRID_WORKER', 'TEAM_LEADER'];
const townshipStaff: readonly Role[] = [
  ...gridStaff,
  'GRID_LEADER',
  'COMMUNITY_WORKER',
  'VILLAGE_SECRETARY',
  'COMMUNITY_CASHIER',
  'STORE_KEEPER',
  'CHECKPOINT_OFFICER',
  'SHIFT_LEADER',
  'DRIVER',
  'ESCORT',
  'CALLER',
  'SAMPLER',
  'REGISTRAR',
  'SCREENER',
  'INFO_DESK',
  // a hotel, a company, a building site that takes people in
  'HOST_UNIT',
];
/** Facts about a person, never granted by anybody. */
const notGranted: readonly Role[] = ['RESIDENT', 'PROXY'];
const adminOnly: readonly Role[] = ['ADMIN', 'AUDITOR', 'COUNTY_HEAD'];
const everybody = roles.filter((role) => !notGranted.includes(role));
const countyStaff = everybody.filter((role) => !adminOnly.includes(role) && role !== 'COUNTY_DISPATCHER');

/** Which roles each inviter may give and end: always roles below the own one (handbook 3). */
export const inviters: Partial<Record<Role, readonly Role[]>> = {
  GRID_LEADER: gridStaff,
  TOWNSHIP_DISPATCHER: townshipStaff,
  COUNTY_DISPATCHER: countyStaff,
  ADMIN: everybody,
};

/** May this person give (or end) this role in this area: the role is below the own one, the area within the own one. */
export function mayGrant(actor: PersonActor, role: Role, area: AreaId, now: Date): boolean {
  const scope: readonly string[] = scopeOf(area);
  return Object.entries(inviters).some(
    // the keys of the table are roles; Object.entries forgets it
    ([inviter, may]) => may.includes(role) && holdsRole(actor, inviter as Role, scope, now),
  );
}

/** Nobody holds a role for longer without being asked again, in days. */
export const longestGrantDays = 366;
