import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useState } from 'react';
import { type Problem, useProblemWords } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { queueText } from '@/text/grid-queue';
import { Button, Rows, Sheet, Words } from '@/ui';
import { CallCarrier } from '../call-carrier';
import { openPhone } from './open-phone';

type CallSheetProps = {
  readonly row: DeliveryRow;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** Whom to phone about a request: the household (the look is recorded) or its volunteer. */
export function CallSheet({ row, open, onClose }: CallSheetProps) {
  const t = useText(queueText);
  const problemWords = useProblemWords();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const callHousehold = async () => {
    setBusy(true);
    const outcome = await openPhone(row.id);
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) void callPhone(outcome.value);
  };
  return (
    <Sheet title={t('call-title')} open={open} onClose={onClose}>
      <Rows gap={2}>
        <Button
          icon="phone"
          look="main"
          label={t('call-household')}
          busy={isBusy}
          onPress={() => void callHousehold()}
        />
        <Words tone="quiet">{t('call-household-note')}</Words>
        {problem && <Words tone="danger">{problemWords(problem)}</Words>}
        {row.mayCallCarrier && row.carrier && (
          <CallCarrier delivery={row.id} label={t('call-carrier', { name: row.carrier.label })} />
        )}
      </Rows>
    </Sheet>
  );
}
