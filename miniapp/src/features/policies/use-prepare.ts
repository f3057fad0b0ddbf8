import {
  getPolicyChange,
  policyChangeActions,
  preparePolicyChange,
} from '@grid-relief/shared-types/quarantine/policy-change.contract';
import type { PolicyChangeDraft } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import { useRef, useState } from 'react';
import { call, newId, type Problem, refreshAll, showAnswer } from '@/api';
import { openPage } from '@/platform';

type What = PolicyChangeDraft['what'];

/** Prepares a change, has it worked out whom it moves, and opens it. It is decided with a network, so nothing is kept for later. */
export function usePrepare() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // pressed again after a lost answer, it is the same draft
  const id = useRef<string>(undefined);
  async function prepare(what: What, words: string): Promise<boolean> {
    setBusy(true);
    id.current ??= newId();
    const body = { id: id.current, what, ...(words.trim() === '' ? {} : { words: words.trim() }) };
    const prepared = await call(preparePolicyChange, { body });
    setProblem(prepared.ok ? undefined : prepared.problem);
    // refused, it may be put right, and is another draft then
    if (!prepared.ok && isRefusal(prepared.problem)) id.current = undefined;
    if (prepared.ok) {
      const change = prepared.value.id;
      const shown = await call(policyChangeActions.preview, { params: { id: change }, body: { opId: newId() } });
      if (shown.ok && shown.value.view) showAnswer(getPolicyChange, { params: { id: change } }, shown.value.view);
      id.current = undefined;
      refreshAll();
      await openPage('/packages/command/policy-change/index', { id: change });
    }
    setBusy(false);
    return prepared.ok;
  }
  return { prepare, isBusy, problem };
}

/** The server has judged it, and stored nothing. */
function isRefusal({ status }: Problem): boolean {
  return status >= 400 && status < 500;
}
