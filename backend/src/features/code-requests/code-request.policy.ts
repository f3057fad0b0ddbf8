import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isOwn, isSystem, type PersonActor, permittedActions } from '../../lifecycle';
import { type CodeRequest, machine } from './code-request';
import { heardOfDelay } from './waiting.rules';

/** Whose approval it needs, one after the other (handbook 2.11). */
export const firstApprovers: readonly Role[] = ['COMMUNITY_WORKER', 'VILLAGE_SECRETARY'];
export const townshipApprovers: readonly Role[] = ['CODE_CLERK', 'TOWNSHIP_DISPATCHER'];
export const heads: readonly Role[] = ['COUNTY_HEAD'];
/** Who sends it, and records what came back. */
export const sender: Role = 'CODE_CLERK';
export const clerks: readonly Role[] = [sender];

/** Who has a list of what waits for them. */
export const deskRoles: readonly Role[] = [...firstApprovers, ...townshipApprovers, ...heads];
/** Who else knows of it: the grid may withdraw what was not sent. */
export const gridRoles: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER'];
const seeingRoles: readonly Role[] = [...deskRoles, ...gridRoles];

/** Whether this actor may know that the request exists. Pure. */
export function maySeeRequest(
  record: Pick<CodeRequest, 'scope' | 'household' | 'parties'>,
  actor: Actor,
  now: Date,
): boolean {
  return isSystem(actor) || isOwn(record, actor) || holdsRole(actor, seeingRoles, record.scope, now);
}

/** What may be done to a request without being its next step: giving it up waits for nobody. */
const notNext = 'withdraw';

/** Whether the next step of a request is this person's, or they were told that it is late. Pure. */
export function isWaitingFor(record: Parameters<typeof permittedActions>[1], actor: PersonActor, now: Date): boolean {
  const isTheirs = permittedActions(machine, record, actor, now).some((action) => action !== notNext);
  return isTheirs || holdsRole(actor, heardOfDelay(record), record.scope, now);
}
