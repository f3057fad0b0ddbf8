import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isSystem } from '../../../lifecycle';
import type { Run } from './run';

const areaRoles: readonly Role[] = [
  'GRID_WORKER',
  'GRID_LEADER',
  'TOWNSHIP_DISPATCHER',
  'COUNTY_DISPATCHER',
  'COMMUNITY_CASHIER',
];

/** The person who carries the run now. Pure. */
export function isCarrier({ assignment, state }: Run, person: string): boolean {
  return assignment.assignee === person && runLifecycle.held.some((held) => held === state);
}

/** Whether this actor may know that the run exists. Pure. */
export function maySeeRun(run: Run, actor: Actor, now: Date): boolean {
  if (isSystem(actor)) return true;
  const { assignment, scope, history } = run;
  const { personId } = actor;
  const within = (role: Role) => holdsRole(actor, role, scope, now);
  return (
    assignment.assignee === personId ||
    assignment.offeredTo === personId ||
    areaRoles.some(within) ||
    (['LOCKED', 'OFFERED', 'ACCEPTED'].includes(run.state) && within('VOLUNTEER')) ||
    history.some(({ by, holder }) => by === personId || holder === personId)
  );
}
