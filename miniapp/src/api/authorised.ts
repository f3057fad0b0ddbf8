import { refreshTokens } from '@grid-relief/shared-types/identity/identity.contract';
import * as z from '@grid-relief/shared-types/zod';
import { needsSignIn, type Outcome } from './problem';
import { deviceName, keepTokens, sessionRanOut, useSession } from './session';
import { transmit } from './transmit';

/** A lost answer may mean that the tokens were already traded; the same token is shown again, never another. */
const refreshTries = 3;
const pauseMs = 400;

let running: Promise<boolean> | undefined;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function tradeTokens(refreshToken: string): Promise<boolean> {
  for (let attempt = 0; attempt < refreshTries; attempt++) {
    if (attempt > 0) await pause(pauseMs * attempt);
    const body = { refreshToken, device: deviceName() };
    const outcome = await transmit({ method: 'POST', path: refreshTokens.path, body }, undefined);
    if (outcome.ok) {
      const read = z.safeParse(refreshTokens.response, outcome.value);
      if (read.success) keepTokens(read.data.tokens);
      return read.success;
    }
    if (needsSignIn(outcome.problem) || outcome.problem.type === 'account-blocked') {
      sessionRanOut();
      return false;
    }
  }
  return false;
}

/** Renews the sign-in; callers that come together share one trade, since a second would end the whole family. */
export function renew(): Promise<boolean> {
  const token = useSession.getState().signedIn?.tokens.refreshToken;
  if (token === undefined) return Promise.resolve(false);
  running ??= tradeTokens(token).finally(() => {
    running = undefined;
  });
  return running;
}

const accessToken = () => useSession.getState().signedIn?.tokens.accessToken;

/**
 * Runs a sending function with the token, and once more with a fresh one when the server finds it run out. The clock
 * of the device may be wrong, so only the server's word counts.
 */
export async function authorised(
  send: (token: string | undefined) => Promise<Outcome<unknown>>,
): Promise<Outcome<unknown>> {
  const token = accessToken();
  const first = await send(token);
  if (first.ok || token === undefined || !needsSignIn(first.problem)) return first;
  // another call may have renewed it while this one was under way
  const isFresh = accessToken() !== token || (await renew());
  return isFresh && accessToken() !== undefined ? send(accessToken()) : first;
}
