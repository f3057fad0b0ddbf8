import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { dispute } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { residentText } from '@/text/resident';
import { Button, Chip, Choice, Line, Rows, Sheet, Words } from '@/ui';

const reasons = ['MISSING', 'BROKEN', 'WRONG', 'PRICE', 'NOT_THERE'] as const;
type Props = { readonly view: DeliveryView; readonly act: Act; readonly open: boolean; readonly onClose: () => void };

/** Something is missing or wrong: which reason, which lines, then the grid leader answers within a day. */
export function DisputeSheet({ view, act, open, onClose }: Props) {
  const t = useText(residentText);
  const [code, setCode] = useState<(typeof reasons)[number]>();
  const [lines, setLines] = useState<readonly string[]>([]);
  const toggle = (line: string) =>
    setLines(lines.includes(line) ? lines.filter((each) => each !== line) : [...lines, line]);
  const send = () => {
    if (code === undefined) return;
    void act.act(dispute, { reason: { code }, ...(lines.length > 0 && { lines: [...lines] }) });
    onClose();
  };
  return (
    <Sheet title={t('disputeTitle')} open={open} onClose={onClose}>
      <Rows>
        <Choice
          label={t('disputeTitle')}
          value={code}
          onChange={setCode}
          options={reasons.map((value) => ({ value, label: t(`d-${value}`) }))}
        />
        <Words tone="quiet">{t('disputeLines')}</Words>
        <Line>
          {view.lines.map(({ line, name }) => (
            <Chip key={line} label={name} chosen={lines.includes(line)} onPress={() => toggle(line)} />
          ))}
        </Line>
        <Button
          look="main"
          icon="flag"
          label={t('disputeSend')}
          disabledReason={code === undefined ? t('disputeTitle') : undefined}
          onPress={send}
        />
      </Rows>
    </Sheet>
  );
}
