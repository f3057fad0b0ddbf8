import { AreaId } from '../primitives/areas';
import { HouseholdId, PersonId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { Role, Team } from '../roles';
import * as z from '../zod';

/** A mainland mobile number or one of the sample county's invented ones (1000000xxxx). */
export const Phone = z.string().check(z.regex(/^1[0-9]{10}$/, 'phone'));

/** A role granted to a person, with its area and end (handbook 3). */
export const Grant = z.object({ role: Role, area: AreaId, team: z.optional(Team), until: z.optional(Instant) });
export type Grant = z.infer<typeof Grant>;

/** Tokens: a short access token and a rotating refresh token. */
export const Tokens = z.object({ accessToken: z.string(), accessExpiresAt: Instant, refreshToken: z.string() });
export type Tokens = z.infer<typeof Tokens>;

/** A household the person speaks for: the own one, or another's with recorded consent. */
export const SpokenFor = z.object({
  household: HouseholdId,
  relation: z.enum(['OWN', 'PROXY']),
  /** e.g. "母亲家 · 天宁小区" : a label without a door number. */
  label: z.string(),
  /** No home: a post whose shift the person leads. */
  post: z.optional(z.literal(true)),
  consentedAt: z.optional(Instant),
});

/** The signed-in person, as the app needs to draw its workspaces. */
export const Me = z.object({
  person: PersonId,
  county: z.string(),
  name: z.string(),
  phoneMasked: z.string(),
  grants: z.array(Grant),
  households: z.array(SpokenFor),
  /** Workspaces to offer, most used first. */
  workspaces: z.array(z.enum(['resident', 'volunteer', 'grid', 'command'])),
});
export type Me = z.infer<typeof Me>;
