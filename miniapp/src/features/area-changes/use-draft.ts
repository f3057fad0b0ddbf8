import {
  areaChangeActions,
  getAreaChange,
  prepareAreaChange,
} from '@grid-relief/shared-types/areas/area-change.contract';
import type { AreaChangeWish } from '@grid-relief/shared-types/areas/area-change.schema';
import { useRef, useState } from 'react';
import { call, newId, type Problem, refreshAll, showAnswer } from '@/api';
import { openPage } from '@/platform';

/** Prepares a change, has it worked out what it moves, and opens it. It is decided with a network, so nothing is kept for later. */
export function useDraft() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  // pressed again after a lost answer, it is the same draft
  const id = useRef<string>(undefined);
  async function prepare(what: AreaChangeWish, words: string): Promise<boolean> {
    setBusy(true);
    id.current ??= newId();
    const body = { id: id.current, what, ...(words.trim() === '' ? {} : { words: words.trim() }) };
    const prepared = await call(prepareAreaChange, { body });
    setProblem(prepared.ok ? undefined : prepared.problem);
    // refused, it may be put right, and is another draft then
    if (!prepared.ok && prepared.problem.status >= 400 && prepared.problem.status < 500) id.current = undefined;
    if (prepared.ok) {
      const change = prepared.value.id;
      const shown = await call(areaChangeActions.preview, { params: { id: change }, body: { opId: newId() } });
      if (shown.ok && shown.value.view) showAnswer(getAreaChange, { params: { id: change } }, shown.value.view);
      id.current = undefined;
      refreshAll();
      await openPage('/packages/command/area-change/index', { id: change });
    }
    setBusy(false);
    return prepared.ok;
  }
  return { prepare, isBusy, problem };
}
