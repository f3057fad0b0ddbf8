import type { Somebody } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { z } from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { type Problem, useProblemWords } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { Button, Rows, Sheet, Words } from '@/ui';
import { openPhone } from './open-phone';

type CallSheetProps = {
  readonly delivery: string;
  readonly carrier: z.infer<typeof Somebody> | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
};

/** Whom to phone about a request: the household (the look is recorded) or its volunteer. */
export function CallSheet({ delivery, carrier, open, onClose }: CallSheetProps) {
  const t = useText(deskText);
  const problemWords = useProblemWords();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const callHousehold = async () => {
    setBusy(true);
    const outcome = await openPhone(delivery);
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) void callPhone(outcome.value);
  };
  const phone = carrier?.phone;
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
        {carrier && phone !== undefined && (
          <Button
            icon="phone"
            label={t('call-carrier', { name: carrier.label })}
            onPress={() => void callPhone(phone)}
          />
        )}
      </Rows>
    </Sheet>
  );
}
