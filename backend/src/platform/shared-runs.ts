/**
 * Does something so that whoever asks for it while it is being done shares the next run with all others who wait: of ten who
 * ask at once, two runs do for all. For work that reads how things stand when it begins, so that one run that begins after
 * the asking is as good as one of one's own. Within one process; never asked for from within such a run, which would wait
 * for itself.
 * @param run told apart by its words; where it fails, it fails for everybody who shared it
 */
export function sharedRuns<Words extends readonly string[]>(
  run: (...words: Words) => Promise<void>,
): (...words: Words) => Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  const waiting = new Map<string, Promise<void>>();

  function begin(key: string, words: Words): Promise<void> {
    const begun = run(...words).finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  }

  return (...words) => {
    const key = JSON.stringify(words);
    const shared = waiting.get(key);
    if (shared) return shared;
    const before = underWay.get(key);
    if (!before) return begin(key, words);
    const next = before
      .catch(() => undefined)
      .then(() => {
        waiting.delete(key);
        return begin(key, words);
      });
    waiting.set(key, next);
    return next;
  };
}
