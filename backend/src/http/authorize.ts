import type { Endpoint } from '@grid-relief/shared-types/contract';
import type { PersonActor } from '../lifecycle';
import { Problem } from './problem';

/**
 * May this person call this endpoint at all? Which records it then sees or changes is decided by the record's own
 * policy, and for lifecycle actions by the filter of the write.
 * @throws Problem not-allowed
 */
export function authorize({ access }: Endpoint, actor: PersonActor, now: Date): void {
  if (typeof access === 'string' || 'machine' in access) return;
  if (!access.roles.some((role) => holds(actor, role, now))) throw new Problem('not-allowed');
}

/** Living in a household, or speaking for one, is a fact about the person rather than a grant. */
function holds(actor: PersonActor, role: string, now: Date): boolean {
  if (role === 'RESIDENT') return actor.ownHouseholds.length > 0;
  if (role === 'PROXY') return actor.proxyHouseholds.length > 0;
  return actor.grants.some((grant) => grant.role === role && (!grant.until || grant.until > now));
}
