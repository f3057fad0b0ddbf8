/** Which collection the relay looks at next. */
export interface LookList {
  /** Something was written there, or there is more than one batch could take. */
  add(collections: readonly string[]): void;
  /** The next one; undefined when nothing is to be looked at before the next sweep. */
  next(sweepMs: number): string | undefined;
  /** Milliseconds until all of them are looked at for timers. */
  untilSweep(sweepMs: number): number;
}

/**
 * Where something was written goes first: a look costs the database a query, and looking at every collection for each
 * write anywhere made most of the queries of a busy server. The slow round over all of them finds what no write
 * announces, a timer that has become due or a wake-up that was lost; it is gone through between the others, so that
 * neither waits for the end of the other.
 * @param now milliseconds, only ever forward
 */
export function lookList(all: readonly string[], now: () => number = () => performance.now()): LookList {
  const news = new Set<string>(all);
  const round = new Set<string>();
  let sweptAt = now();
  let newsBefore = false;
  const take = (from: Set<string>) => {
    const [first] = from;
    if (first === undefined) return undefined;
    news.delete(first);
    round.delete(first);
    return first;
  };
  const untilSweep = (sweepMs: number) => Math.max(0, sweptAt + sweepMs - now());
  return {
    add(collections) {
      for (const one of collections) news.add(one);
    },
    next(sweepMs) {
      if (untilSweep(sweepMs) === 0) {
        for (const one of all) round.add(one);
        sweptAt = now();
      }
      newsBefore = !newsBefore;
      return newsBefore ? (take(news) ?? take(round)) : (take(round) ?? take(news));
    },
    untilSweep,
  };
}
