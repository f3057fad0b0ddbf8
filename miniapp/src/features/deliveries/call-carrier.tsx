import { revealCarrier } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { useState } from 'react';
import { call, newId, type Problem, useProblemWords } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { deliveryText } from '@/text/delivery-words';
import { Button, Rows, Words } from '@/ui';

type CallCarrierProps = {
  readonly delivery: string;
  readonly label: string;
};

/** Opens the carrier's number and rings it; the server writes the look down. The number is kept nowhere. */
export function CallCarrier({ delivery, label }: CallCarrierProps) {
  const t = useText(deliveryText);
  const problemWords = useProblemWords();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const ring = async () => {
    setBusy(true);
    const body = { opId: newId(), why: 'CALL' as const };
    const outcome = await call(revealCarrier, { params: { id: delivery }, body });
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) void callPhone(outcome.value.phone);
  };
  const isOver = problem?.type === 'transition-not-allowed';
  return (
    <Rows gap={1}>
      <Button icon="phone" label={label} busy={isBusy} onPress={() => void ring()} />
      <Words tone="quiet">{t('call-recorded')}</Words>
      {problem && (
        <Words tone="danger" reads={{ role: 'alert' }}>
          {isOver ? t('call-over') : problemWords(problem)}
        </Words>
      )}
    </Rows>
  );
}
