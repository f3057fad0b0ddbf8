import type { policyChangeActions } from '@grid-relief/shared-types/quarantine/policy-change.contract';
import { getPolicyChange } from '@grid-relief/shared-types/quarantine/policy-change.contract';
import type { PolicyChangeView } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import { useState } from 'react';
import { call, type InputOf, newId, type Problem, refreshRecord, showAnswer } from '@/api';

type Endpoint = (typeof policyChangeActions)[keyof typeof policyChangeActions];

/** Decides about a change as it was seen. Late decisions are refused, so none is kept on the phone. */
export function useDecide({ id, revision }: PolicyChangeView) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  async function decide(endpoint: Endpoint, more: object = {}): Promise<boolean> {
    setBusy(true);
    const body = { opId: newId(), revision, ...more };
    // an action's input is its record's id and this body; the contract's builder makes them all alike
    const done = await call(endpoint, { params: { id }, body } as InputOf<Endpoint>);
    setProblem(done.ok ? undefined : done.problem);
    if (done.ok && done.value.view) showAnswer(getPolicyChange, { params: { id } }, done.value.view);
    refreshRecord(id);
    setBusy(false);
    return done.ok;
  }
  return { decide, isBusy, problem };
}
