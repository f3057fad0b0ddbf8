import type { BodyOf, Endpoint } from '@grid-relief/shared-types/contract';
import { useRef, useState } from 'react';
import { openPage } from '@/platform';
import { call, type InputOf } from './call';
import type { Problem } from './problem';
import { refreshAll, showAnswer } from './query';
import { newId } from './session';

/** A change as it is prepared, looked at and shown: its three endpoints, and its page. */
interface Preparing<P extends Endpoint> {
  readonly prepare: P;
  readonly preview: Endpoint;
  readonly read: Endpoint;
  readonly page: string;
}

/** The server has judged it, and stored nothing. */
const isRefusal = ({ status }: Problem) => status >= 400 && status < 500;

/** Prepares a change, has it worked out what it moves, and opens it. It is decided with a network, so nothing is kept for later. */
export function usePrepareChange<P extends Endpoint>({ prepare: endpoint, preview, read, page }: Preparing<P>) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // pressed again after a lost answer, it is the same draft
  const draft = useRef<string>(undefined);
  async function prepare(what: BodyOf<P> extends { what: infer W } ? W : never, words: string): Promise<boolean> {
    setBusy(true);
    draft.current ??= newId();
    const id = draft.current;
    const said = words.trim();
    const body = { id, what, ...(said === '' ? {} : { words: said }) };
    // a change's input is its id, what is wanted and words; the contract makes them all alike
    const prepared = await call(endpoint, { body } as InputOf<P>);
    setProblem(prepared.ok ? undefined : prepared.problem);
    // refused, it may be put right, and is another draft then
    if (!prepared.ok && isRefusal(prepared.problem)) draft.current = undefined;
    if (prepared.ok) {
      const shown = await call(preview, { params: { id }, body: { opId: newId() } } as InputOf<Endpoint>);
      const view = shown.ok ? (shown.value as { view?: unknown }).view : undefined;
      if (view) showAnswer(read, { params: { id } } as InputOf<Endpoint>, view as never);
      draft.current = undefined;
      refreshAll();
      await openPage(page, { id });
    }
    setBusy(false);
    return prepared.ok;
  }
  return { prepare, isBusy, problem };
}
