import type { Endpoint, ParamsOf, ResponseOf } from '@grid-relief/shared-types/contract';
import { useState } from 'react';
import { call, type InputOf } from './call';
import type { Problem } from './problem';
import { refreshRecord, showAnswer } from './query';
import { newId } from './session';

/** A record that is decided about as it was seen. */
interface Seen {
  readonly id: string;
  readonly revision: number;
}

/**
 * Decides about a record as it was seen. Late decisions are refused, so none is kept on the phone.
 * @param read the endpoint by which the record is shown; the answer of a decision takes its place there
 */
export function useDecide<R extends Endpoint>(read: R, { id, revision }: Seen) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function decide(endpoint: Endpoint, more: object = {}): Promise<boolean> {
    setBusy(true);
    const body = { opId: newId(), revision, ...more };
    // an action's input is its record's id and this body; the contract's builder makes them all alike
    const done = await call(endpoint, { params: { id }, body } as InputOf<Endpoint>);
    setProblem(done.ok ? undefined : done.problem);
    const view = done.ok ? (done.value as { view?: ResponseOf<R> }).view : undefined;
    if (view) showAnswer(read, { params: { id } as ParamsOf<R> } as InputOf<R>, view);
    refreshRecord(id);
    setBusy(false);
    return done.ok;
  }
  return { decide, isBusy, problem };
}
