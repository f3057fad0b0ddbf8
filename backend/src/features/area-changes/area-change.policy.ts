import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isSystem, type PersonActor, permittedActions } from '../../lifecycle';
import { type AreaChange, machine } from './area-change';

/** Who prepares and who decides; nobody else knows of it before it is scheduled. */
const readers: readonly Role[] = ['COUNTY_DISPATCHER', 'COUNTY_HEAD'];

/** Whether this actor may know that the change exists. Pure. */
export function maySeeAreaChange({ scope }: Pick<AreaChange, 'scope'>, actor: Actor, now: Date): boolean {
  return isSystem(actor) || holdsRole(actor, readers, scope, now);
}

/** Whether somebody decides about what they prepared themselves. Pure. */
export function isOwnDraft({ detail }: Pick<AreaChange, 'detail'>, person: string): boolean {
  return detail.preparedBy === person;
}

/** What this person may do next. Pure. */
export function actionsFor(change: AreaChange, actor: PersonActor, now: Date): string[] {
  const actions = permittedActions(machine, change, actor, now);
  return isOwnDraft(change, actor.personId) ? actions.filter((one) => one !== 'schedule') : actions;
}
