import type { KeyObject } from 'node:crypto';
import { PersonId } from '@grid-relief/shared-types/primitives/ids';
import * as z from '@grid-relief/shared-types/zod';
import jwt from 'jsonwebtoken';
import { Problem } from '../../http/problem';
import type { Clock } from '../../platform/clock';
import type { MasterKey } from '../../platform/encryption';
import { verifiedTokens } from './verified-tokens';

/** How long an access token lasts: a stolen one is of use for minutes only. */
const lifeSeconds = 600;
const issuer = 'grid-relief';
const audience = 'grid-relief-api';
/** RFC 9068: an access token says that it is one, so that nothing else signed here passes for it. */
const accessType = 'at+jwt';
const bindType = 'bind+jwt';
const bindSeconds = 600;
const algorithm = 'HS256';

/** Whom a token names, and under which version of the grants it was made. */
export interface AccessClaims {
  readonly personId: string;
  readonly county: string;
  readonly version: number;
  /** The sign-in it belongs to, so that signing out there ends it; absent in tools that sign in nowhere. */
  readonly session?: string;
}

/** A WeChat account just seen, between its first sign-in and the proof of a phone. */
export interface BindTicket {
  /** Keyed hash of the openid: whose it is, is decided by it. */
  readonly openidHash: string;
  /** The openid, sealed: messages to this WeChat account need it later. */
  readonly sealedOpenid: string;
}

const Claims = z.object({
  sub: PersonId,
  county: z.string(),
  gv: z.int().check(z.gte(0)),
  exp: z.int(),
  sid: z.optional(z.string()),
});
const BindClaims = z.object({ sub: z.string().check(z.minLength(8)), seal: z.string().check(z.minLength(8)) });

export interface TokenSigner {
  sign(claims: AccessClaims): { readonly token: string; readonly expiresAt: Date };
  /** @throws Problem not-signed-in, token-expired */
  verify(token: string): AccessClaims;
  /** A ticket that ties the WeChat account just seen to a phone proven next. */
  signBind(ticket: BindTicket): string;
  /** @throws Problem code-wrong */
  verifyBind(ticket: string): BindTicket;
}

/**
 * Signs and checks tokens. One KeyObject for good: a secret given as text is parsed anew at each check, which is tens
 * of times slower. Algorithm, issuer, audience, key id and type are pinned; what the token says of itself is not asked.
 */
export function tokenSigner(master: MasterKey, now: Clock): TokenSigner {
  const key = master.derive('access-token-1');
  const keyid = 'access-token-1';
  const seconds = () => Math.floor(now().getTime() / 1000);
  const options = { issuer, audience, algorithm, keyid } as const;
  const verified = verifiedTokens();
  return {
    sign({ personId, county, version, session: sid }) {
      const iat = seconds();
      const header = { alg: algorithm, typ: accessType };
      const own = sid === undefined ? {} : { sid };
      const token = jwt.sign({ county, gv: version, iat, exp: iat + lifeSeconds, ...own }, key, {
        ...options,
        subject: personId,
        header,
      });
      return { token, expiresAt: new Date((iat + lifeSeconds) * 1000) };
    },
    verify(token) {
      const at = seconds();
      const known = verified.get(token);
      if (known) {
        if (at >= known.expiresAt) throw new Problem('token-expired');
        return known.claims;
      }
      const parsed = Claims.safeParse(checked(token, { key, keyid, type: accessType, at }));
      if (!parsed.success) throw new Problem('not-signed-in');
      const { sub: personId, county, gv: version, exp: expiresAt, sid: session } = parsed.data;
      const claims = { personId, county, version, ...(session === undefined ? {} : { session }) };
      verified.put(token, { claims, expiresAt });
      return claims;
    },
    signBind({ openidHash, sealedOpenid: seal }) {
      const iat = seconds();
      const header = { alg: algorithm, typ: bindType };
      return jwt.sign({ iat, exp: iat + bindSeconds, seal }, key, { ...options, subject: openidHash, header });
    },
    verifyBind(ticket) {
      const claims = BindClaims.safeParse(bindPayload(ticket, { key, keyid, type: bindType, at: seconds() }));
      if (!claims.success) throw new Problem('code-wrong');
      return { openidHash: claims.data.sub, sealedOpenid: claims.data.seal };
    },
  };
}

interface Check {
  readonly key: KeyObject;
  readonly keyid: string;
  readonly type: string;
  readonly at: number;
}

function checked(token: string, { key, keyid, type, at }: Check): unknown {
  try {
    const { header, payload } = jwt.verify(token, key, {
      algorithms: [algorithm],
      issuer,
      audience,
      clockTimestamp: at,
      complete: true,
    });
    if (header.kid !== keyid || header.typ !== type) throw new Problem('not-signed-in');
    return payload;
  } catch (error) {
    throw new Problem(error instanceof jwt.TokenExpiredError ? 'token-expired' : 'not-signed-in');
  }
}

function bindPayload(ticket: string, check: Check): unknown {
  try {
    return checked(ticket, check);
  } catch {
    throw new Problem('code-wrong');
  }
}
