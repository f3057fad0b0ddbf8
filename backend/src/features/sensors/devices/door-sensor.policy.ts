import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isOwn, isSystem } from '../../../lifecycle';
import type { DoorSensor } from './door-sensor';

/** Who puts sensors up. */
export const installerRoles: readonly Role[] = ['VOLUNTEER', 'GRID_WORKER', 'GRID_LEADER'];
/** Who keeps them, and gives them their keys. */
export const keeperRoles: readonly Role[] = ['STORE_KEEPER', 'GRID_WORKER', 'GRID_LEADER'];
/** Who knows at which door a sensor hangs; a volunteer or a store keeper sees the sensor alone. */
export const doorRoles: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
/** Who has a list of them. */
export const listRoles: readonly Role[] = [...doorRoles, 'STORE_KEEPER', 'VOLUNTEER'];

type Placed = Pick<DoorSensor, 'scope' | 'household' | 'parties'>;

/** Whether this actor may know that the sensor exists. Pure. */
export function maySeeSensor(record: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || isOwn(record, actor) || holdsRole(actor, listRoles, record.scope, now);
}

/** Whether this actor may know at which door it hangs. Pure. */
export function maySeeDoor(record: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || isOwn(record, actor) || holdsRole(actor, doorRoles, record.scope, now);
}
