import { homeSince } from './judge.rules';
import { goOnAs } from './linked-traveller';
import type { ReturneeDeps } from './returnee.deps';
import { isSaidHome, type Traveller } from './traveller';

/** How somebody was seen to be here. */
interface SeenHere {
  readonly arrivedAt: Date;
  /** Another record of the same person, by which they were found. */
  readonly news?: Traveller;
  /** Whoever saw them said that it was at the door to which they come. */
  readonly atHome?: boolean | undefined;
}

/**
 * Somebody who was given up is here after all, on the same trip; once, however many have seen it.
 * @returns the id of the new record; undefined once nothing of them can be opened any more
 */
export function comeAgain(deps: ReturneeDeps, ended: Traveller, seen: SeenHere): Promise<string | undefined> {
  const { arrivedAt, news } = seen;
  const { code, plannedAt } = ended.detail;
  const homeAt = isSaidHome(ended, seen) ? arrivedAt : news && homeSince(news, ended);
  return goOnAs(deps, ended, {
    ...{ way: 'again', ...(news ? { news } : {}) },
    detail: async () => ({
      ...{ code, arrivedAt },
      ...(plannedAt ? { plannedAt } : {}),
      ...(homeAt ? { homeAt, homeSaidAt: deps.now() } : {}),
    }),
  });
}
