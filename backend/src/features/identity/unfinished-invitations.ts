import type { Worker } from '../../feature';
import { repeatedly } from '../../platform/repeatedly';
import type { IdentityDeps } from './identity-deps';
import type { InvitationRecord } from './sign-in.record';

const everyMs = 60_000;
/** Whoever took an invitation so long ago was answered, or the process that had it is gone. */
const patienceMs = 60_000;

type Deps = Pick<IdentityDeps, 'invitations' | 'invited' | 'now' | 'people'>;

/**
 * Finishes what follows from invitations whose process ended between the role and that, where the phone never asks again.
 * Any number may look beside one another: what follows comes to the same, however often.
 */
export function unfinishedInvitations(deps: Deps, onError: (error: unknown) => void): Worker {
  const { invitations, now } = deps;
  async function look(): Promise<void> {
    const left = await invitations.unfinished(new Date(now().getTime() - patienceMs));
    for (const one of left) await finish(deps, one).catch(onError);
  }
  return { name: 'unfinished-invitations', ...repeatedly(everyMs, look, { onError, first: 'AT_ONCE' }) };
}

async function finish({ invitations, invited, people }: Deps, invitation: InvitationRecord): Promise<void> {
  const { county, role, acceptedBy = '' } = invitation;
  const phone = (await people.open(county, [acceptedBy])).get(acceptedBy)?.phone;
  // nobody is left to be named where the key was destroyed
  if (phone) await invited({ county, role, phone });
  await invitations.finished(invitation);
}
