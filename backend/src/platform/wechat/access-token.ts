import * as z from '@grid-relief/shared-types/zod';

export interface AppAccount {
  readonly baseUrl: string;
  readonly credentials: { readonly id: string; readonly secret: string };
  /** Machine time in milliseconds, for the life of the token. */
  readonly nowMs: () => number;
}

const TokenAnswer = z.object({
  access_token: z.optional(z.string()),
  expires_in: z.optional(z.int()),
  errcode: z.optional(z.int()),
});

const answerMs = 5_000;
/** A token is renewed this long before its end. */
const marginMs = 5 * 60 * 1000;

/** The mini-program's own token, kept until shortly before its end; askers at the same time wait for one answer. */
export function appAccessToken({ baseUrl, credentials, nowMs }: AppAccount) {
  let known: { readonly text: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const wanted = { grant_type: 'client_credential', appid: credentials.id, secret: credentials.secret };
    const answer = TokenAnswer.parse(await postJson(new URL('/cgi-bin/stable_token', baseUrl), wanted));
    if (!answer.access_token) throw new Error(`No access token: ${answer.errcode ?? 'no code'}.`);
    known = { text: answer.access_token, until: nowMs() + (answer.expires_in ?? 0) * 1000 - marginMs };
    return known.text;
  }

  return {
    /** @throws when WeChat gives none; the error names no secret */
    async get(): Promise<string> {
      if (known && known.until > nowMs()) return known.text;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget() {
      known = undefined;
    },
  };
}

/** One question to WeChat's interface. */
export async function postJson(address: URL, body: unknown): Promise<unknown> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(answerMs),
  });
  return answer.json();
}
