export interface Repeated {
  start(): void;
  /** Begins no more, and waits for what is being done. */
  stop(): Promise<void>;
  /** Whether it was told to stop: a long look ends early. */
  readonly isStopping: () => boolean;
}

/**
 * Looks again and again for something to do. The next look begins so long after the last one has ended, never beside it;
 * one that fails is told of and changes nothing about the next. Does not keep the process alive.
 * @param everyMs milliseconds from the end of a look to the next
 * @param first whether it looks as soon as it starts
 */
export function repeatedly(
  everyMs: number,
  look: () => Promise<unknown>,
  { onError, first = 'LATER' }: { readonly onError: (error: unknown) => void; readonly first?: 'AT_ONCE' | 'LATER' },
): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopping = false;

  function soon(): void {
    timer = setTimeout(turn, everyMs);
    timer.unref();
  }

  function turn(): void {
    running = look()
      .catch(onError)
      .then(() => {
        if (!isStopping) soon();
      });
  }

  return {
    start: first === 'AT_ONCE' ? turn : soon,
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await running;
    },
    isStopping: () => isStopping,
  };
}
