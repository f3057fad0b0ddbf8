import type { Endpoint, ResponseOf } from '@grid-relief/shared-types/contract';
import { useEffect, useRef, useState } from 'react';
import { onAppVisible } from '@/platform';
import { call, type InputOf } from './call';
import type { Problem } from './problem';
import { newId } from './session';

/** What was opened is covered again after this; a call has begun by then, and a phone lies open in a pocket. Ours. */
const shownMs = 120_000;

export type Reveal<Opened> = {
  /** The open words, for a time; they lie in no cache and on no device. */
  readonly opened: Opened | undefined;
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  /** Asks the server, which writes the look down before it answers; the answer also comes back to whoever asked. */
  readonly open: (why?: string) => Promise<Opened | undefined>;
  readonly hide: () => void;
};

/**
 * Opens a name or a number that is masked: one recorded look a press, shown for a time, then covered by itself, and at
 * once when the program goes to the back or shows another record.
 * @param endpoint takes the record's id, an opId and `why`
 */
export function useReveal<E extends Endpoint>(endpoint: E, id: string): Reveal<ResponseOf<E>> {
  const [shown, setShown] = useState<{ readonly id: string; readonly value: ResponseOf<E> }>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const isAsking = useRef(false);
  const hide = () => setShown(undefined);
  useEffect(() => {
    if (shown === undefined) return undefined;
    const timer = setTimeout(() => setShown(undefined), shownMs);
    const stop = onAppVisible((isVisible) => !isVisible && setShown(undefined));
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [shown]);
  const open = async (why = 'CALL') => {
    // a second tap comes before the first is drawn
    if (isAsking.current) return undefined;
    isAsking.current = true;
    setBusy(true);
    // every endpoint that opens something takes these
    const outcome = await call(endpoint, { params: { id }, body: { opId: newId(), why } } as unknown as InputOf<E>);
    isAsking.current = false;
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    setShown(outcome.ok ? { id, value: outcome.value } : undefined);
    return outcome.ok ? outcome.value : undefined;
  };
  return { opened: shown?.id === id ? shown.value : undefined, problem, isBusy, open, hide };
}
