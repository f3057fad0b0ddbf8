import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { Problem } from '../../http/problem';
import { inputHash, type PersonActor } from '../../lifecycle';
import type { IdentityDeps } from './identity-deps';
import { mayGrant } from './invite.policy';

/** Ends a role at once, and what it had come to count for elsewhere with it. @throws Problem not-found, not-allowed, op-id-reused */
export async function endGrant(
  deps: IdentityDeps,
  actor: PersonActor,
  person: string,
  { opId, role, area }: { opId: string; role: Role; area: AreaId },
) {
  if (!mayGrant(actor, role, area, deps.now())) throw new Problem('not-allowed');
  const result = await deps.accounts.change({
    person,
    county: actor.county,
    opId,
    by: actor.personId,
    inputHash: inputHash('endGrant', { person, role, area }),
    at: deps.now(),
    only: { grants: { $elemMatch: { role, area } } },
    pull: { grants: { role, $or: [{ area }, { through: area }] } },
  });
  deps.cache.put(result.account);
  if (result.outcome === 'unmet') throw new Problem('not-found');
  return { endedAt: result.at.toISOString() };
}

/** Blocks or unblocks an account; who is signed in is out within a second. @throws Problem not-found, op-id-reused */
export async function blockAccount(
  deps: IdentityDeps,
  actor: PersonActor,
  person: string,
  { opId, blocked }: { opId: string; blocked: boolean },
) {
  const account = await deps.accounts.find(person);
  // an administrator of one place has no say over people whose every grant is elsewhere; residents belong to the county
  if (!account || account.county !== actor.county) throw new Problem('not-found');
  if (person === actor.personId) throw new Problem('not-allowed');
  const result = await deps.accounts.change({
    person,
    county: actor.county,
    opId,
    by: actor.personId,
    inputHash: inputHash('blockAccount', { person, blocked }),
    at: deps.now(),
    set: { blocked },
  });
  deps.cache.put(result.account);
  if (blocked) await deps.sessions.end(person, actor.county);
  return { blocked };
}
