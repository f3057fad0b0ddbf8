import type { LegPart } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import type { Role } from '@grid-relief/shared-types/roles';
import type * as z from '@grid-relief/shared-types/zod';
import { type Actor, holdsRole, isAllowed, isSystem, type PersonActor } from '../../lifecycle';
import { type HandoverLeg, machine } from './handover-leg';

/** Who sees every handover of an area. */
export const gridRoles: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];

/** How somebody stands to a handover; undefined: does not know that it exists. Pure. */
export function partOf(leg: HandoverLeg, actor: PersonActor, now: Date): z.infer<typeof LegPart> | undefined {
  const { detail, scope } = leg;
  const { personId } = actor;
  if (detail.outside === personId || leg.assignment.assignee === personId) {
    return detail.inside === personId ? 'INSIDE' : 'OUTSIDE';
  }
  if (holdsRole(actor, gridRoles, scope, now)) return 'GRID';
  // also of bags that somebody else has taken a moment ago: whoever comes too late reads so
  return detail.inside === personId || mayTakeIn(leg, actor, now) ? 'INSIDE' : undefined;
}

/** Equipped, inside the loop of this zone, and a volunteer there. Pure. */
export function mayTakeIn(leg: HandoverLeg, actor: PersonActor, now: Date): boolean {
  return isAllowed(machine.actions.takeInside, leg, actor, now);
}

/** Whether this actor may know that the handover exists. Pure. */
export function maySeeLeg(leg: HandoverLeg, actor: Actor, now: Date): boolean {
  return isSystem(actor) || partOf(leg, actor, now) !== undefined;
}
