import * as z from '@grid-relief/shared-types/zod';

const Claims = z.object({ exp: z.number() });

/** When an access token ends. Only for a token that was verified. @throws when it is no token with an end */
export function tokenEnd(token: string): Date {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return new Date(Claims.parse(JSON.parse(claims)).exp * 1000);
}
