import { setTimeout as sleep } from 'node:timers/promises';

const patienceMs = 60_000;
const pauseMs = 200;

/**
 * Asks again until it succeeds: a busy server refuses politely, and what has just been done takes a moment to be heard
 * of elsewhere. @throws what the last try threw, when patience ends
 */
export async function persistently<T>(run: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(pauseMs);
    }
  }
}

/** True when it holds within the time; false, never an error, when it does not. */
export async function holdsSoon(run: () => Promise<boolean>): Promise<boolean> {
  return persistently(async () => {
    if (await run()) return true;
    throw new Error('not yet');
  }).catch(() => false);
}
