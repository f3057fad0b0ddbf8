import { homeSince } from './judge.rules';
import { goOnAs } from './linked-traveller';
import type { ReturneeDeps } from './returnee.deps';
import type { Traveller } from './traveller';

/**
 * Somebody who was given up is here after all, on the same trip; once, however many have seen it.
 * @param news another record of the same person, by which they were found here
 * @returns the id of the new record; undefined once nothing of them can be opened any more
 */
export function comeAgain(
  deps: ReturneeDeps,
  ended: Traveller,
  arrivedAt: Date,
  news?: Traveller,
): Promise<string | undefined> {
  const { code, plannedAt } = ended.detail;
  const homeAt = news && homeSince(news, ended);
  return goOnAs(deps, ended, {
    ...{ way: 'again', ...(news ? { news } : {}) },
    detail: async () => ({ code, ...(plannedAt ? { plannedAt } : {}), ...(homeAt ? { homeAt } : {}), arrivedAt }),
  });
}
