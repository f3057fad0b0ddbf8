import { type AreaId, areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, areasOf, holdsRole, isSystem, type PersonActor } from '../../lifecycle';
import type { Campaign } from './campaign';
import type { HouseholdVisit } from './visit';

/** Who reads how far a screening is. */
export const readers: readonly Role[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'];
/** Who reads single doors: those who answer for them. */
export const leaders: readonly Role[] = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
/** Who finds a door that is on no list. */
export const finders: readonly Role[] = ['SCREENER', 'GRID_LEADER'];

/** The places for which one of these roles is held. Pure. */
export function placesOf(actor: PersonActor, roles: readonly Role[], now: Date): AreaId[] {
  return [...new Set(roles.flatMap((role) => areasOf(actor, role, now)))];
}

/** Whether one of two places lies in the other. Pure. */
export function isNear(one: AreaId, other: string): boolean {
  return scopeOf(one).some((each) => each === other) || scopeOf(areaId(other)).includes(one);
}

/** Whether this actor may know of the screening: it takes place in their area, or around it. Pure. */
export function maySeeCampaign(campaign: Pick<Campaign, 'detail'>, actor: Actor, now: Date): boolean {
  if (isSystem(actor)) return true;
  const places = placesOf(actor, readers, now);
  return campaign.detail.areas.some((area) => places.some((place) => isNear(place, area)));
}

/** Whether this actor may know of the door: it is given to them, or they answer for its place. Pure. */
export function maySeeVisit(visit: Pick<HouseholdVisit, 'assignment' | 'scope'>, actor: Actor, now: Date): boolean {
  if (isSystem(actor)) return true;
  return visit.assignment.assignee === actor.personId || holdsRole(actor, leaders, visit.scope, now);
}
