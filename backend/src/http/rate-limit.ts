import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from './problem';

export interface RateLimit {
  /** Counts one request of a caller. @throws Problem too-many-requests with the seconds to wait */
  count(caller: string): Promise<void>;
}

/**
 * Limits how often one caller may do something. Kept in this process: it slows a flood down before any work is done;
 * what must hold over all processes (guesses at a code) is counted in the database as well.
 */
export function rateLimit(options: { readonly points: number; readonly seconds: number }): RateLimit {
  const limiter = new RateLimiterMemory({ points: options.points, duration: options.seconds });
  return {
    async count(caller) {
      try {
        await limiter.consume(caller);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw new Problem('too-many-requests', undefined, { retryAfterSeconds: refused.msBeforeNext / 1000 });
      }
    },
  };
}
