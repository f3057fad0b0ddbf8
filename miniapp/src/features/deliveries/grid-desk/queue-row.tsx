import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { raisePriority, triage } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { SendingNote, useAct } from '@/api';
import { may } from '@/features/deliveries/carrying/marks';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { queueText } from '@/text/grid-queue';
import { Button, Sheet, View } from '@/ui';
import { CallSheet } from './call-sheet';
import { PriorityButtons } from './priority-buttons';
import { RowCard } from './row-card';

type QueueRowProps = {
  readonly row: DeliveryRow;
  readonly chosen: boolean;
  readonly choosing: boolean;
  readonly onChoose: () => void;
};

/** The page of one request. */
const deliveryPage = '/packages/grid/delivery/index';

/** One request in the queue with what can be done without opening it: say how urgent, and phone. */
export function QueueRow({ row, chosen, choosing, onChoose }: QueueRowProps) {
  const t = useText(deskText);
  const queue = useText(queueText);
  const doing = useAct(row.id);
  const [sheet, setSheet] = useState<'priority' | 'call'>();
  const close = () => setSheet(undefined);
  const canTriage = may(row, 'triage') && !row.flags.includes('DOCTOR');
  const canRaise = may(row, 'raisePriority') && row.priority > 'P0';
  return (
    <>
      <RowCard
        row={row}
        now={new Date()}
        chosen={chosen}
        choosing={choosing}
        onChoose={onChoose}
        onOpen={() => void openPage(deliveryPage, { id: row.id })}
      >
        <SendingNote of={doing} />
        {!choosing && (
          <View className="desk-two">
            <Button icon="phone" label={queue('call')} onPress={() => setSheet('call')} />
            {canTriage && <Button icon="flag" label={t('how-urgent')} onPress={() => setSheet('priority')} />}
            {!canTriage && canRaise && (
              <Button icon="up" label={t('do-raisePriority')} onPress={() => setSheet('priority')} />
            )}
          </View>
        )}
      </RowCard>
      <Sheet title={`${t('how-urgent')} · ${row.code}`} open={sheet === 'priority'} onClose={close}>
        <PriorityButtons
          value={row.priority}
          above={canTriage ? undefined : row.priority}
          onChoose={(priority) => {
            close();
            if (canTriage) void doing.act(triage, { priority });
            else void doing.act(raisePriority, { priority, reason: { code: 'GRID_RAISED' } });
          }}
        />
      </Sheet>
      <CallSheet row={row} open={sheet === 'call'} onClose={close} />
    </>
  );
}
