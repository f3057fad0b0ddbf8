/** Takes things one by one and hands them on many at a time. */
export interface Batches<T> {
  /** Resolves at once while there is room; later, when whoever brings things should wait. */
  take(one: T): Promise<void>;
}

/** While so many wait, nothing more is taken. */
const room = 500;

/**
 * Hands on the first at once, and together whatever came while that was under way: alone nothing waits, and in a storm one
 * write stands for many. Things stay in their order.
 * @param onFailure told once; nothing is taken or handed on from then on
 */
export function inBatches<T>(
  handOn: (many: readonly T[]) => Promise<void>,
  onFailure: () => Promise<void>,
): Batches<T> {
  let waiting: T[] = [];
  let running: Promise<void> | undefined;
  let hasFailed = false;

  async function run(): Promise<void> {
    try {
      while (waiting.length > 0) {
        const many = waiting;
        waiting = [];
        await handOn(many);
      }
    } catch {
      hasFailed = true;
      await onFailure();
    } finally {
      running = undefined;
    }
  }

  return {
    async take(one) {
      if (hasFailed) return;
      waiting.push(one);
      running ??= run();
      if (waiting.length >= room) await running;
    },
  };
}
