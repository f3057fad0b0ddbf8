import { goOnAs } from './linked-traveller';
import type { ReturneeDeps } from './returnee.deps';
import type { Traveller } from './traveller';

/**
 * Somebody who was given up is here after all, on the same trip.
 * @returns the id of the new record; undefined once nothing of them can be opened any more
 */
export function comeAgain(
  deps: ReturneeDeps,
  ended: Traveller,
  arrivedAt: Date | undefined,
  because: string,
): Promise<string | undefined> {
  const { report, code, plannedAt } = ended.detail;
  return goOnAs(deps, ended, {
    ...{ way: 'again', because, about: report },
    detail: async () => ({ code, ...(plannedAt ? { plannedAt } : {}), ...(arrivedAt ? { arrivedAt } : {}) }),
  });
}
