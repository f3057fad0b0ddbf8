import { type AreaId, areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, areasOf, holdsRole, isSystem, type PersonActor } from '../../../lifecycle';
import type { SensorAlert } from './sensor-alert';

/** Who answers an alert, and who hears when nobody does. */
export const alertRoles: readonly Role[] = [
  ...(['GRID_WORKER', 'GRID_LEADER', 'BUILDING_CAPTAIN', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] as const),
];

/** Who may open the phone of a home: a captain knocks, and calls no number from here. */
const phoneRoles: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];

/** Whether this actor is told which home it is, to open its phone. Pure. */
export function mayPhone(record: Pick<SensorAlert, 'scope'>, actor: PersonActor, now: Date): boolean {
  return holdsRole(actor, phoneRoles, record.scope, now);
}

/** Areas for which somebody has a duty screen. Pure. */
export function dutyAreas(actor: PersonActor, now: Date): AreaId[] {
  return [...new Set(alertRoles.flatMap((role) => areasOf(actor, role, now)))];
}

/** Whether this actor may know of the alert; of one for many sensors, also who has a part of its area. Pure. */
export function maySeeAlert(record: Pick<SensorAlert, 'scope' | 'area' | 'variant'>, actor: Actor, now: Date): boolean {
  if (isSystem(actor) || holdsRole(actor, alertRoles, record.scope, now)) return true;
  const isWide = record.variant === 'SILENCE';
  return isWide && dutyAreas(actor, now).some((area) => scopeOf(areaId(area)).includes(areaId(record.area)));
}
