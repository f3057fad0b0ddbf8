import type { Me } from '@grid-relief/shared-types/identity/identity.schema';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role, Team } from '@grid-relief/shared-types/roles';
import { Problem } from '../../http/problem';
import { inputHash, type PersonActor } from '../../lifecycle';
import type { IdentityDeps } from './identity-deps';
import { longestGrantDays, mayGrant } from './invite.policy';
import { me } from './sign-in';

export interface Invite {
  readonly opId: string;
  readonly role: Role;
  readonly area: AreaId;
  readonly team?: Team | undefined;
  readonly until: string;
  readonly phone: string;
}

const dayMs = 24 * 60 * 60 * 1000;
/** An invitation that nobody took in a week was meant for somebody else. */
const invitationMs = 7 * dayMs;

/**
 * Invites a phone to a role. The code is shown to the inviter, who passes it on by voice or paper.
 * @throws Problem not-allowed (policy table), invalid-input (the end is past or too far), op-id-reused
 */
export async function inviteStaff(deps: IdentityDeps, actor: PersonActor, { opId, ...input }: Invite) {
  const at = deps.now();
  const { role, area, team, phone } = input;
  if (!mayGrant(actor, role, area, at)) throw new Problem('not-allowed');
  const until = new Date(input.until);
  if (until <= at || until.getTime() - at.getTime() > longestGrantDays * dayMs) throw wrongEnd();
  // a phone is compared by its keyed hash: a bare one is as good as the number
  const invited = deps.secrets.hashOf('phone', phone);
  const hash = inputHash('inviteStaff', { ...input, phone: invited });
  const code = deps.secrets.invitationCode(opId);
  const kept = await deps.invitations.add({
    _id: opId,
    county: actor.county,
    by: actor.personId,
    inputHash: hash,
    codeHash: deps.secrets.hashOf('invitation', code),
    phone: invited,
    role,
    area,
    ...(team ? { team } : {}),
    until,
    expiresAt: new Date(at.getTime() + invitationMs),
  });
  if (kept.by !== actor.personId || kept.inputHash !== hash) throw new Problem('op-id-reused');
  return { invitation: kept._id, code, expiresAt: kept.expiresAt.toISOString() };
}

/**
 * Takes the role one was invited to, and what others do in consequence, which a repeat finishes after a lost answer, or
 * `unfinishedInvitations` a minute later.
 * @throws Problem code-wrong, op-id-reused, too-many-requests
 */
export async function acceptInvitation(
  deps: IdentityDeps,
  actor: PersonActor,
  { opId, code }: { opId: string; code: string },
): Promise<Me> {
  const { personId: person, county } = actor;
  await deps.codes.countGuess(`invitation:${person}`);
  const phone = (await deps.people.open(county, [person])).get(person)?.phone ?? '';
  const codeHash = deps.secrets.hashOf('invitation', code);
  const found = await deps.invitations.take({
    person,
    county,
    phone: deps.secrets.hashOf('phone', phone),
    codeHash,
    at: deps.now(),
  });
  if (!found) throw new Problem('code-wrong');
  const { role, area, team, until } = found;
  const result = await deps.accounts.change({
    person,
    county,
    opId,
    by: person,
    inputHash: inputHash('acceptInvitation', { code: codeHash }),
    at: deps.now(),
    // also after its grant was ended, an invitation gives nothing a second time
    only: { invitations: { $ne: found._id } },
    push: { grants: { role, area, until, ...(team ? { team } : {}) }, invitations: found._id },
  });
  deps.cache.put(result.account);
  await deps.invited({ county, role, phone });
  await deps.invitations.finished(found);
  return me(deps, person, county);
}

function wrongEnd(): Problem {
  return new Problem('invalid-input', undefined, {
    errors: [
      { pointer: '/until', detail: `from now up to ${longestGrantDays} days / 从现在起最多 ${longestGrantDays} 天` },
    ],
  });
}
