import { householdVisitActions as actions } from '@grid-relief/shared-types/screening/screening.contract';
import type { DoorRow } from '@grid-relief/shared-types/screening/screening.schema';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { doorsText } from '@/text/doors';
import { Button, Rows, Sheet } from '@/ui';

const reasons = ['REFUSED', 'NOT_REACHED', 'UNSURE'] as const;

/** The grid leader goes on with the door; one tap says why. */
export function HandUp({ door, doing }: { readonly door: DoorRow; readonly doing: Act }) {
  const t = useText(doorsText);
  const [isAsked, setAsked] = useState(false);
  if (!door.actions.includes('handUp') || doing.isUnderWay) return null;
  const send = (code: string) => {
    setAsked(false);
    void doing.act(actions.handUp, { reason: { code } });
  };
  return (
    <>
      <Button icon="up" label={t('hand-up')} onPress={() => setAsked(true)} />
      <Sheet title={t('why-up')} open={isAsked} onClose={() => setAsked(false)}>
        <Rows gap={2}>
          {reasons.map((code) => (
            <Button key={code} label={t(`r-${code}`)} onPress={() => send(code)} />
          ))}
        </Rows>
      </Sheet>
    </>
  );
}
