import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isSystem } from '../../lifecycle';
import type { Investigation } from './investigation';

/** Who alone sees cases and contact lists (handbook 3). */
export const investigator: Role = 'CDC_INVESTIGATOR';

/** Whether this actor may know that the investigation exists. Pure. */
export function maySeeInvestigation(record: Pick<Investigation, 'scope'>, actor: Actor, now: Date): boolean {
  return isSystem(actor) || holdsRole(actor, investigator, record.scope, now);
}
