import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isSystem, type PersonActor } from '../../lifecycle';
import type { PolicyChange } from './policy-change';

/** Who sees that a change is prepared. */
const readers: readonly Role[] = ['COUNTY_DISPATCHER', 'COUNTY_HEAD', 'CDC_INVESTIGATOR'];
/** To whom a preview names people (handbook 5.7). */
const entitled: readonly Role[] = ['COUNTY_HEAD', 'CDC_INVESTIGATOR'];

type Scoped = Pick<PolicyChange, 'scope'>;

function roleAmong(some: readonly Role[], { scope }: Scoped, actor: PersonActor, now: Date): Role | undefined {
  return some.find((role) => holdsRole(actor, role, scope, now));
}

/** Whether this actor may know that the change exists. Pure. */
export function maySeeChange(change: Scoped, actor: Actor, now: Date): boolean {
  return isSystem(actor) || roleAmong(readers, change, actor, now) !== undefined;
}

/** The role by which somebody may read names; undefined: none. Pure. */
export function namesRole(change: Scoped, actor: PersonActor, now: Date): Role | undefined {
  return roleAmong(entitled, change, actor, now);
}
