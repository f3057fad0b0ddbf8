import type { Me } from '@grid-relief/shared-types/identity/identity.schema';
import { Problem } from '../../http/problem';
import { inputHash, type PersonActor } from '../../lifecycle';
import type { ProxyRelation } from './identity.record';
import type { IdentityDeps } from './identity-deps';
import { me } from './sign-in';

/**
 * Asks a household for consent to act for it. The answer is the same whether the number has a household or not; a
 * repeat answers it again and sends nothing.
 * @throws Problem too-many-requests, op-id-reused
 */
export async function askProxy(
  deps: IdentityDeps,
  actor: PersonActor,
  { opId, householdPhone: phone, relation }: { opId: string; householdPhone: string; relation: ProxyRelation },
) {
  const hash = inputHash('askProxy', { phone: deps.secrets.hashOf('phone', phone), relation });
  const by = actor.personId;
  const ask = await deps.proxyAsks.begin({ _id: opId, county: actor.county, by, inputHash: hash, at: deps.now() });
  if (ask.by !== by || ask.inputHash !== hash) throw new Problem('op-id-reused');
  const name = proxyName(deps, actor, phone);
  const code = deps.secrets.consentCode(opId, name);
  if (!ask.sent) await sendConsentCode(deps, { opId, phone, name, code, relation });
  return { askedAt: ask.at.toISOString(), ...(deps.demo ? { demoCode: code } : {}) };
}

interface ConsentCode {
  readonly opId: string;
  readonly phone: string;
  readonly name: string;
  readonly code: string;
  readonly relation: ProxyRelation;
}

/** The limit is counted before the operation is marked: one that was refused may be sent again later. */
async function sendConsentCode(deps: IdentityDeps, { opId, phone, name, code, relation }: ConsentCode): Promise<void> {
  await deps.limits.textsByPhone.count(deps.secrets.hashOf('phone', phone));
  await deps.codes.issue(name, { relation, code });
  if (!(await deps.proxyAsks.takeSending(opId))) return;
  // no name in the text: it could be wrong, and the household reads the code to somebody it is talking to
  void deps.sms.send({ phone, template: 'PROXY_CODE', values: { code } });
}

/** The code read out by the household records its consent. @throws Problem code-wrong, op-id-reused, too-many-requests */
export async function confirmProxy(
  deps: IdentityDeps,
  actor: PersonActor,
  { opId, householdPhone: phone, code }: { opId: string; householdPhone: string; code: string },
): Promise<Me> {
  const { personId: person, county } = actor;
  const name = proxyName(deps, actor, phone);
  const { relation } = await deps.codes.use(name, code, person);
  const household = await householdOf(deps, phone);
  // a right code for a number without a household proves nothing
  if (household === undefined) throw new Problem('code-wrong');
  const result = await deps.accounts.change({
    person,
    county,
    opId,
    by: person,
    inputHash: inputHash('confirmProxy', { phone: deps.secrets.hashOf('phone', phone) }),
    at: deps.now(),
    only: { 'households.household': { $ne: household } },
    push: { households: { household, relation: 'PROXY', as: relation ?? 'RELATIVE', consentedAt: deps.now() } },
  });
  deps.cache.put(result.account);
  return me(deps, person, county);
}

/**
 * Ends the consent, from either side: without `person` the actor stops speaking for the household; with it, a member
 * of the household takes its consent back.
 * @throws Problem not-found, op-id-reused
 */
export async function withdrawProxy(
  deps: IdentityDeps,
  actor: PersonActor,
  { opId, household, person }: { opId: string; household: string; person?: string | undefined },
): Promise<Me> {
  const other = person ?? actor.personId;
  const isMember = actor.ownHouseholds.includes(household);
  if (other !== actor.personId && !isMember) throw new Problem('not-found');
  const result = await deps.accounts.change({
    person: other,
    county: actor.county,
    opId,
    by: actor.personId,
    inputHash: inputHash('withdrawProxy', { household, person: other }),
    at: deps.now(),
    only: { households: { $elemMatch: { household, relation: 'PROXY' } } },
    pull: { households: { household, relation: 'PROXY' } },
  });
  deps.cache.put(result.account);
  if (result.outcome === 'unmet') throw new Problem('not-found');
  return me(deps, actor.personId, actor.county);
}

function proxyName(deps: IdentityDeps, actor: PersonActor, phone: string): string {
  return `proxy:${actor.personId}:${deps.secrets.hashOf('phone', phone)}`;
}

async function householdOf(deps: IdentityDeps, phone: string): Promise<string | undefined> {
  const person = await deps.people.ownerOf('phone', phone);
  const account = person === undefined ? undefined : await deps.cache.get(person);
  return account?.households.find(({ relation, post }) => relation === 'OWN' && !post)?.household;
}
