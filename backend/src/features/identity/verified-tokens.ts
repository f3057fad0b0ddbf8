import type { AccessClaims } from './access-token';

/** What a checked token says, and until when it counts. */
export interface VerifiedToken {
  readonly claims: AccessClaims;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export interface VerifiedTokens {
  /** Answers what the very same text said when it was checked. */
  get(token: string): VerifiedToken | undefined;
  put(token: string, verified: VerifiedToken): void;
}

/** A county's phones of ten minutes at its busiest; about 12 MB. */
const mostTokens = 20_000;

/**
 * Tokens whose signature was checked already: a phone sends the same one with each call of its ten minutes, and the
 * same bytes under the same key cannot turn out otherwise. The whole text is the key, since a signature alone would
 * also answer for another payload. What may have changed since is still asked of every request: whether the token has
 * ended, by the caller, and whether the account is blocked, by the account's own record.
 */
export function verifiedTokens(most = mostTokens): VerifiedTokens {
  // two halves, the older one dropped whole: taking out one oldest entry at a time would search for it each time
  let newer = new Map<string, VerifiedToken>();
  let older = new Map<string, VerifiedToken>();
  return {
    get: (token) => newer.get(token) ?? older.get(token),
    put(token, verified) {
      if (newer.size >= most / 2) {
        older = newer;
        newer = new Map();
      }
      newer.set(token, verified);
    },
  };
}
