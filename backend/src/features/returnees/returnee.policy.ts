import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isOwn, isSystem, type PersonActor, type Tracked } from '../../lifecycle';

/** Who looks after whoever comes to an area; and who hears, step by step, of what nobody does (handbook 2.2). */
export const gridRoles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] as const;
/** Who meets them on the way: sees that they come, not why they are asked for what. */
const postRoles: readonly Role[] = ['CHECKPOINT_OFFICER', 'POLICE', 'SAMPLER', 'CDC_INVESTIGATOR'];
/** Who has a link in hand. */
const linkRoles: readonly Role[] = [...gridRoles, 'SAMPLER', 'TRANSFER_DESK', 'CODE_CLERK'];

export type Standing = 'OWN' | 'GRID' | 'POST';

type Placed = Pick<Tracked, 'scope' | 'household' | 'parties'>;

/** How somebody stands to whoever comes; undefined: does not know of them. Pure. */
export function standingOf(record: Placed, actor: PersonActor, now: Date): Standing | undefined {
  if (isOwn(record, actor)) return 'OWN';
  if (holdsRole(actor, gridRoles, record.scope, now)) return 'GRID';
  return holdsRole(actor, postRoles, record.scope, now) ? 'POST' : undefined;
}

/** Whether this actor may know that the record exists. Pure. */
export function maySee(record: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || standingOf(record, actor, now) !== undefined;
}

/** The same of a link: it is work, seen by whoever may have it in hand. Pure. */
export function maySeeLink(record: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || holdsRole(actor, linkRoles, record.scope, now);
}

/** In whose name the county's own record is opened; undefined: in nobody's. Pure. */
export function lookingRole(record: Placed, actor: PersonActor, now: Date): Role | undefined {
  return gridRoles.find((role) => holdsRole(actor, role, record.scope, now));
}
