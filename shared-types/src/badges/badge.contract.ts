import { endpoint } from '../contract';
import { Instant } from '../primitives/instants';
import { Team } from '../roles';
import * as z from '../zod';

/** 亮身份: surname, team, post, valid until; the code rotates every 60 seconds and a screenshot fails after two minutes. */
export const myBadge = endpoint({
  name: 'myBadge',
  method: 'GET',
  path: '/badges/mine',
  access: { roles: ['VOLUNTEER', 'GRID_WORKER', 'GRID_LEADER'] },
  response: z.object({
    surname: z.string(),
    team: z.optional(Team),
    post: z.string(),
    validUntil: Instant,
    digits: z.string(),
    qr: z.string(),
    rotatesAt: Instant,
    showing: z.boolean(),
  }),
  summary: "My duty badge with this minute's QR and six digits.",
});
/** The person behind the door: on duty now, and for you? */
export const checkBadge = endpoint({
  name: 'checkBadge',
  method: 'POST',
  path: '/badges/check',
  access: 'signedIn',
  body: z.strictObject({
    digits: z.optional(z.string().check(z.regex(/^[0-9]{6}$/, 'code6'))),
    qr: z.optional(z.string().check(z.maxLength(200))),
  }),
  response: z.discriminatedUnion('verdict', [
    z.object({
      verdict: z.literal('ON_DUTY'),
      surname: z.string(),
      team: z.optional(Team),
      post: z.string(),
      forYou: z.boolean(),
    }),
    z.object({ verdict: z.literal('UNKNOWN') }),
  ]),
  problems: ['too-many-requests', 'invalid-input'],
  summary: 'Is the person at my door on duty now, and for me?',
});
