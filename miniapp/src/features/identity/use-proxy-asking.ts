import { askProxy, confirmProxy, withdrawProxy } from '@grid-relief/shared-types/identity/identity.contract';
import { useState } from 'react';
import { call, keepMe, newId, type Problem } from '@/api';
import { toast } from '@/platform';
import { useText } from '@/text';
import { identityText } from '@/text/identity';

export const relations = ['CHILD', 'PARENT', 'SPOUSE', 'RELATIVE', 'NEIGHBOUR', 'FRIEND'] as const;
export type Relation = (typeof relations)[number];

/** The two steps of consent (ask, then the digits read out), and taking it back. */
export function useProxyAsking() {
  const t = useText(identityText);
  const [isAsked, setAsked] = useState(false);
  const [demoCode, setDemoCode] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await work();
    setBusy(false);
  };
  return {
    isAsked,
    demoCode,
    problem,
    isBusy,
    ask: (householdPhone: string, relation: Relation) =>
      during(async () => {
        const outcome = await call(askProxy, { body: { opId: newId(), householdPhone, relation } });
        if (!outcome.ok) return setProblem(outcome.problem);
        setAsked(true);
        setDemoCode(outcome.value.demoCode);
      }),
    confirm: (householdPhone: string, code: string) =>
      during(async () => {
        const outcome = await call(confirmProxy, { body: { opId: newId(), householdPhone, code } });
        if (!outcome.ok) return setProblem(outcome.problem);
        keepMe(outcome.value);
        setAsked(false);
        setDemoCode(undefined);
        toast(t('proxyDone'));
      }),
    withdraw: (household: string) =>
      during(async () => {
        const outcome = await call(withdrawProxy, { body: { opId: newId(), household } });
        if (!outcome.ok) return setProblem(outcome.problem);
        keepMe(outcome.value);
        toast(t('withdrawn'));
      }),
  };
}
