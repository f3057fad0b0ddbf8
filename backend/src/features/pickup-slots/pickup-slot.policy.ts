import type { PickupPart } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import type { Role } from '@grid-relief/shared-types/roles';
import type * as z from '@grid-relief/shared-types/zod';
import { type Actor, holdsRole, isAllowed, isOwn, isSystem, type PersonActor } from '../../lifecycle';
import { machine, type PickupSlot, type SlotAction } from './pickup-slot';
import { pickupPolicy } from './pickup-times.rules';

/** Who sees every slot of an area. */
export const gridRoles: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
const gridOwn: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER'];

/** What somebody of the grid vouches for; then it goes to the door at once (handbook 2.1c). */
export const atDoorReasons: readonly string[] = ['AT_DOOR_ELDER', 'AT_DOOR_DISABLED', 'AT_DOOR_QUARANTINE'];

type Owned = Pick<PickupSlot, 'household'>;

/** Whether somebody may choose a time for this household: itself, or its grid for people without a phone. Pure. */
export function mayReserveFor(
  of: Owned & { readonly scope: readonly string[] },
  actor: PersonActor,
  now: Date,
): boolean {
  return isOwn(of, actor) || holdsRole(actor, gridOwn, of.scope, now);
}

/** How somebody stands to a slot; undefined: does not know that it exists. Pure. */
export function partOf(slot: PickupSlot, actor: PersonActor, now: Date): z.infer<typeof PickupPart> | undefined {
  if (isOwn(slot, actor)) return 'HOUSEHOLD';
  if (holdsRole(actor, gridRoles, slot.scope, now)) return 'GRID';
  return isAllowed(machine.actions.call, slot, actor, now) ? 'PLACE' : undefined;
}

/** Whether this actor may know that the slot exists. Pure. */
export function maySeeSlot(slot: PickupSlot, actor: Actor, now: Date): boolean {
  return isSystem(actor) || partOf(slot, actor, now) !== undefined;
}

/** Which of the actions of the table mean something at this moment: what the record says against others. Pure. */
export function meansSomething(
  { state, detail }: Pick<PickupSlot, 'state' | 'detail'>,
  action: SlotAction,
  { part, goesToDoor, now }: { part: z.infer<typeof PickupPart>; goesToDoor: boolean; now: Date },
): boolean {
  const { bagAt, missed, from } = detail;
  const missedOut = state === 'MISSED' && missed >= pickupPolicy.missedAtMost;
  switch (action) {
    case 'pickUp':
      return bagAt !== undefined;
    case 'miss':
      return now.getTime() >= from.getTime() + pickupPolicy.turnMinutes * 60_000;
    case 'reserveAgain':
      return !missedOut;
    // what stands there is not given up by saying so: it is fetched, or brought to the door
    case 'cancel':
      return bagAt === undefined;
    case 'toDoor':
      return goesToDoor || missedOut || part === 'GRID';
    default:
      return true;
  }
}
