import type { Me, Tokens } from '@grid-relief/shared-types/identity/identity.schema';
import { Problem } from '../../http/problem';
import type { AccountRecord } from './identity.record';
import type { IdentityDeps } from './identity-deps';
import { presentMe } from './me.presenter';
import { codeSeconds } from './one-time-code.repository';

export interface SignedIn {
  readonly tokens: Tokens;
  readonly me: Me;
}

interface PhoneProof {
  readonly phone: string;
  readonly code: string;
  readonly device: string;
}

const signInName = (deps: IdentityDeps, phone: string) => `sign-in:${deps.secrets.hashOf('phone', phone)}`;

/**
 * Sends a one-time code. Known and unknown numbers take the same steps, so that neither the answer nor its time tells
 * who has an account.
 * @throws Problem too-many-requests
 */
export async function requestCode(deps: IdentityDeps, phone: string, ip: string) {
  await deps.limits.signInByIp.count(ip);
  await deps.limits.textsByPhone.count(deps.secrets.hashOf('phone', phone));
  const code = await deps.codes.issue(signInName(deps, phone));
  // not waited for: how fast the gateway is says nothing about the number, and a person can ask again
  void deps.sms.send({ phone, template: 'SIGN_IN_CODE', values: { code } });
  return { sentAt: deps.now().toISOString(), validSeconds: codeSeconds, ...(deps.demo ? { demoCode: code } : {}) };
}

/** @throws Problem code-wrong, too-many-requests, account-blocked */
export async function signInByPhone(deps: IdentityDeps, proof: PhoneProof, ip: string): Promise<SignedIn> {
  await deps.limits.signInByIp.count(ip);
  return signIn(deps, await provePhone(deps, proof), proof.device);
}

/** @throws Problem code-wrong, too-many-requests, unavailable, account-blocked */
export async function signInByWechat(deps: IdentityDeps, { code, device }: Omit<PhoneProof, 'phone'>, ip: string) {
  await deps.limits.signInByIp.count(ip);
  const { openid } = await deps.wechat.codeToLogin(code);
  const person = await deps.people.ownerOf('openid', openid);
  const account = person === undefined ? undefined : await deps.cache.get(person);
  if (!account) {
    // the ticket carries the keyed hash and a sealed copy: nobody outside reads the openid
    const [openidHash, sealedOpenid] = await Promise.all([
      deps.people.ownerHash('openid', openid),
      deps.openids.seal(openid),
    ]);
    return { known: false as const, bindTicket: deps.tokens.signBind({ openidHash, sealedOpenid }) };
  }
  await deps.openids.save(account._id, account.county, await deps.openids.seal(openid));
  return { known: true as const, ...(await signIn(deps, account, device)) };
}

/** @throws Problem code-wrong, too-many-requests, account-blocked, already-open (the WeChat account is somebody else's) */
export async function bindWechat(
  deps: IdentityDeps,
  { bindTicket, ...proof }: PhoneProof & { readonly bindTicket: string },
  ip: string,
): Promise<SignedIn> {
  await deps.limits.signInByIp.count(ip);
  const { openidHash, sealedOpenid } = deps.tokens.verifyBind(bindTicket);
  const account = await provePhone(deps, proof);
  const owner = await deps.people.claimHash(openidHash, account._id);
  if (owner !== account._id) throw new Problem('already-open');
  await deps.openids.save(account._id, account.county, sealedOpenid);
  return signIn(deps, account, proof.device);
}

/** @throws Problem not-signed-in, account-blocked, too-many-requests */
export async function refreshTokens(deps: IdentityDeps, given: { refreshToken: string; device: string }, ip: string) {
  await deps.limits.signInByIp.count(ip);
  const { person, county, session, refreshToken } = await deps.sessions.refresh(given.refreshToken, given.device);
  if (refreshToken === undefined) {
    await endSessions(deps, person, county, [session]);
    throw new Problem('not-signed-in');
  }
  const account = await deps.cache.get(person);
  if (!account) throw new Problem('not-signed-in');
  return { tokens: tokensFor(deps, account, { session, refreshToken }) };
}

/** Ends one sign-in, or all of them with every token already given out. */
export async function signOut(
  deps: IdentityDeps,
  person: { personId: string; county: string },
  { device, everywhere }: { device: string; everywhere?: boolean | undefined },
) {
  const { personId, county } = person;
  const scope = everywhere ? undefined : device;
  // the access tokens first: a repeat after a crash in between still finds the sign-ins
  await endSessions(deps, personId, county, await deps.sessions.of(personId, county, scope));
  await deps.sessions.end(personId, county, scope);
  if (everywhere) {
    await deps.accounts.endAllTokens(personId, county);
    const account = await deps.accounts.find(personId);
    if (account) deps.cache.put(account);
  }
  return { signedOutAt: deps.now().toISOString() };
}

/** Who I am. @throws Problem not-signed-in when the account is gone */
export async function me(deps: IdentityDeps, personId: string, county: string): Promise<Me> {
  const account = await deps.cache.get(personId);
  if (!account) throw new Problem('not-signed-in');
  const person = (await deps.people.open(county, [personId])).get(personId);
  return presentMe(account, person ?? { id: personId, county, name: '', phone: '' }, deps.now());
}

/** Checks the code; then the account of this phone, made on the spot for a new resident. */
async function provePhone(deps: IdentityDeps, { phone, code, device }: PhoneProof): Promise<AccountRecord> {
  const name = signInName(deps, phone);
  const owner = await deps.people.ownerOf('phone', phone);
  // a stranger who burns the guesses of a number must not lock its owner out of the own device
  const isKnownDevice = await deps.sessions.knows(owner ?? deps.county, deps.county, device);
  await deps.codes.use(name, code, device, isKnownDevice ? `${name}:${deps.secrets.hashOf('code', device)}` : name);
  return (owner === undefined ? undefined : await deps.cache.get(owner)) ?? registerResident(deps, phone);
}

/** Staff are invited; anybody may become a resident without a household. Repeatable after a crash in between. */
async function registerResident(deps: IdentityDeps, phone: string): Promise<AccountRecord> {
  const { county } = deps;
  const person = await deps.people.claim('phone', phone, deps.ids(county));
  await deps.people.save({ id: person, county, name: '', phone }, deps.now());
  const account = await deps.accounts.ensure(person, county, { grants: [], households: [] });
  deps.cache.put(account);
  return account;
}

async function signIn(deps: IdentityDeps, account: AccountRecord, device: string): Promise<SignedIn> {
  if (account.blocked) throw new Problem('account-blocked');
  const tokens = tokensFor(deps, account, await deps.sessions.begin(account._id, account.county, device));
  return { tokens, me: await me(deps, account._id, account.county) };
}

/** What was signed in there is out at once here, and within a second in every other process. */
async function endSessions(deps: IdentityDeps, person: string, county: string, ended: readonly string[]) {
  if (ended.length === 0) return;
  const account = await deps.accounts.endSessions(person, county, ended);
  if (account) deps.cache.put(account);
}

function tokensFor(
  deps: IdentityDeps,
  account: AccountRecord,
  { session, refreshToken }: { readonly session: string; readonly refreshToken: string },
): Tokens {
  if (account.blocked) throw new Problem('account-blocked');
  const { _id: personId, county, version } = account;
  const { token, expiresAt } = deps.tokens.sign({ personId, county, version, session });
  return { accessToken: token, accessExpiresAt: expiresAt.toISOString(), refreshToken };
}
