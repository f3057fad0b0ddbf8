import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../http/problem';
import { isPassing } from '../platform/database';

/** How long an unknown outcome is repeated before we say so (handbook 4). Milliseconds. */
export const settleWithinMs = 5_000;
/** One attempt may take this long before it counts as lost; its twin then finds out what became of it. */
const attemptMs = 3_500;
const firstPauseMs = 20;
const longestPauseMs = 500;
const retryAfterSeconds = 5;

/** Stands for the reply that did not come in time. */
const lostReply = new Error('no reply in time');

/** True when nobody can tell whether the operation took place. */
export const isUnknownOutcome = (error: unknown): boolean => error === lostReply || isPassing(error);

/**
 * Runs an operation that is safe to repeat until its outcome is known.
 * @throws Problem outcome-unknown after 5 s; every other error as it is
 */
export async function untilKnown<T>(operation: () => Promise<T>, withinMs = settleWithinMs): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (let attempt = 0; ; attempt++) {
    const left = deadline - performance.now();
    if (left <= 0) throw new Problem('outcome-unknown', undefined, { retryAfterSeconds });
    try {
      return await withTimeout(operation(), Math.min(left, attemptMs));
    } catch (error) {
      if (!isUnknownOutcome(error)) throw error;
      await sleep(pause(attempt));
    }
  }
}

function pause(attempt: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** attempt) * (0.5 + Math.random() / 2);
}

async function withTimeout<T>(operation: Promise<T>, ms: number): Promise<T> {
  // a plain timer: every act waits here, and ending one by an AbortSignal makes an error each time
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(lostReply), ms);
  });
  // if it loses it still ends somewhere; nobody waits for it any more
  operation.catch(() => undefined);
  try {
    return await Promise.race([operation, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
