import { endpoint, intent } from '../contract';
import { AreaId } from '../primitives/areas';
import { HouseholdId, PersonId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { Role, Team } from '../roles';
import * as z from '../zod';
import { Me, Phone, Tokens } from './identity.schema';

const SignedIn = z.object({ tokens: Tokens, me: Me });
const device = z.string().check(z.minLength(8), z.maxLength(64));
const code = z.string().check(z.regex(/^[0-9]{6}$/, 'code6'));

/** Sends a one-time code. The answer is the same for known and unknown numbers; only the demo shows the code. */
export const requestCode = endpoint({
  name: 'requestCode',
  method: 'POST',
  path: '/sign-in/code',
  access: 'public',
  body: z.strictObject({ phone: Phone }),
  response: z.object({ sentAt: Instant, validSeconds: z.int(), demoCode: z.optional(z.string()) }),
  problems: ['too-many-requests'],
  summary: 'Send a one-time code to a phone.',
});

export const signInByPhone = endpoint({
  name: 'signInByPhone',
  method: 'POST',
  path: '/sign-in/phone',
  access: 'public',
  body: z.strictObject({ phone: Phone, code, device }),
  response: SignedIn,
  problems: ['code-wrong', 'too-many-requests', 'account-blocked'],
  summary: 'Sign in with phone and one-time code.',
});

export const signInByWechat = endpoint({
  name: 'signInByWechat',
  method: 'POST',
  path: '/sign-in/wechat',
  access: 'public',
  body: z.strictObject({ code: z.string().check(z.minLength(4), z.maxLength(128)), device }),
  response: z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), tokens: Tokens, me: Me }),
    /** First time on WeChat: bind once by phone and code, quoting this ticket. */
    z.object({ known: z.literal(false), bindTicket: z.string() }),
  ]),
  problems: ['code-wrong', 'too-many-requests', 'account-blocked', 'unavailable'],
  summary: 'Sign in with a code of wx.login.',
});

export const bindWechat = endpoint({
  name: 'bindWechat',
  method: 'POST',
  path: '/sign-in/wechat/bind',
  access: 'public',
  body: z.strictObject({ bindTicket: z.string().check(z.maxLength(600)), phone: Phone, code, device }),
  response: SignedIn,
  problems: ['code-wrong', 'too-many-requests', 'account-blocked', 'already-open'],
  summary: 'Tie a WeChat account to a phone account.',
});

export const refreshTokens = endpoint({
  name: 'refreshTokens',
  method: 'POST',
  path: '/sign-in/refresh',
  access: 'public',
  body: z.strictObject({ refreshToken: z.string().check(z.maxLength(200)), device }),
  response: z.object({ tokens: Tokens }),
  problems: ['not-signed-in', 'account-blocked', 'too-many-requests'],
  summary: 'Trade the refresh token for new tokens; reuse of an old one ends the family.',
});

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/sign-out',
  access: 'signedIn',
  body: z.strictObject({ device, everywhere: z.optional(z.boolean()) }),
  response: z.object({ signedOutAt: Instant }),
  summary: 'End this sign-in, or all of them.',
});

export const getMe = endpoint({
  name: 'getMe',
  method: 'GET',
  path: '/me',
  access: 'signedIn',
  response: Me,
  summary: 'Who am I, what may I do, for whom do I speak.',
});

const inviters = ['GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER', 'ADMIN'] as const;

/** Staff are invited, never self-appointed: the code is shown once to the inviter, who passes it on. */
export const inviteStaff = endpoint({
  name: 'inviteStaff',
  method: 'POST',
  path: '/invitations',
  access: { roles: inviters },
  body: z.strictObject({
    opId: intent.opId,
    role: Role,
    area: AreaId,
    team: z.optional(Team),
    until: Instant,
    phone: Phone,
  }),
  response: z.object({ invitation: z.string(), code: z.string(), expiresAt: Instant }),
  problems: ['op-id-reused', 'not-allowed'],
  summary: 'Invite a person to a role in an area, until a date.',
});

export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/invitations/accept',
  access: 'signedIn',
  body: z.strictObject({ opId: intent.opId, code: z.string().check(z.regex(/^[0-9a-z]{10}$/, 'invitation')) }),
  response: Me,
  problems: ['code-wrong', 'op-id-reused', 'too-many-requests'],
  summary: 'Take the role one was invited to.',
});

export const endGrant = endpoint({
  name: 'endGrant',
  method: 'POST',
  path: '/people/{id}/end-grant',
  access: { roles: inviters },
  params: z.strictObject({ id: PersonId }),
  body: z.strictObject({ opId: intent.opId, role: Role, area: AreaId }),
  response: z.object({ endedAt: Instant }),
  problems: ['not-found', 'not-allowed', 'op-id-reused'],
  summary: 'End a role at once; open sockets included.',
});

export const blockAccount = endpoint({
  name: 'blockAccount',
  method: 'POST',
  path: '/people/{id}/block',
  access: { roles: ['ADMIN'] },
  params: z.strictObject({ id: PersonId }),
  body: z.strictObject({ opId: intent.opId, blocked: z.boolean() }),
  response: z.object({ blocked: z.boolean() }),
  problems: ['not-found', 'op-id-reused'],
  summary: 'Block or unblock an account; effective within a second everywhere.',
});

/** Consent of a household to be spoken for: asked by the relative, given by the household with a six-digit code. */
export const askProxy = endpoint({
  name: 'askProxy',
  method: 'POST',
  path: '/proxies',
  access: 'signedIn',
  body: z.strictObject({
    opId: intent.opId,
    householdPhone: Phone,
    relation: z.enum(['CHILD', 'PARENT', 'SPOUSE', 'RELATIVE', 'NEIGHBOUR', 'FRIEND']),
  }),
  response: z.object({ askedAt: Instant, demoCode: z.optional(z.string()) }),
  problems: ['op-id-reused', 'too-many-requests'],
  summary: 'Ask a household for consent to act for it; it receives a code to read out.',
});

export const confirmProxy = endpoint({
  name: 'confirmProxy',
  method: 'POST',
  path: '/proxies/confirm',
  access: 'signedIn',
  body: z.strictObject({ opId: intent.opId, householdPhone: Phone, code }),
  response: Me,
  problems: ['code-wrong', 'op-id-reused', 'too-many-requests'],
  summary: 'The code the household read out records its consent.',
});

export const withdrawProxy = endpoint({
  name: 'withdrawProxy',
  method: 'POST',
  path: '/proxies/withdraw',
  access: 'signedIn',
  body: z.strictObject({ opId: intent.opId, household: HouseholdId, person: z.optional(PersonId) }),
  response: Me,
  problems: ['op-id-reused', 'not-found'],
  summary: 'End the consent, from either side.',
});
