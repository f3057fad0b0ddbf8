import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useState } from 'react';
import { type Act, FailedRead, SendingNote, useAct, useRead } from '@/api';
import { may } from '@/features/deliveries/carrying/marks';
import { useGoodsName } from '@/features/deliveries/goods-name';
import { ModeChip } from '@/features/four-class/mode-chip';
import { useText } from '@/text';
import { doctorText } from '@/text/doctor';
import { Button, Card, Heading, Icon, Line, ListRow, Rows, Sheet, Skeleton, StatusChip, Words } from '@/ui';
import { DecisionForm } from './decision-form';
import { PrescriptionPhoto } from './prescription-photo';

type MedicineSheetProps = { readonly id: string; readonly onClose: () => void };

/** One request for medicine as a doctor sees it: what, for whom roughly, the prescription, and the two decisions. */
export function MedicineSheet({ id, onClose }: MedicineSheetProps) {
  const t = useText(doctorText);
  const { data, problem, isLoading, refresh } = useRead(getDelivery, { params: { id } });
  const doing = useAct(id);
  return (
    <Sheet title={data === undefined ? t('title') : `${t('title')} · ${data.code}`} open onClose={onClose}>
      <Rows>
        {isLoading && <Skeleton rows={3} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {data && <Medicine view={data} doing={doing} />}
        <SendingNote of={doing} />
      </Rows>
    </Sheet>
  );
}

type MedicineProps = { readonly view: DeliveryView; readonly doing: Act };

function Medicine({ view, doing }: MedicineProps) {
  const t = useText(doctorText);
  const goods = useGoodsName();
  const [decision, setDecision] = useState<'clear' | 'refuse'>();
  const isPending = doing.state === 'sending' || doing.state === 'waiting' || doing.state === 'offline';
  const isOpen = (may(view, 'doctorClear') || may(view, 'doctorRefuse')) && !isPending && doing.state !== 'sent';
  if (decision !== undefined && isOpen) {
    return <DecisionForm of={decision} doing={doing} onBack={() => setDecision(undefined)} />;
  }
  return (
    <>
      <Symptoms flags={view.flags} />
      {view.fourClass && (
        <Line>
          <Words tone="quiet">{t('sold-here')}</Words>
          <ModeChip mode={view.fourClass} />
        </Line>
      )}
      <Card>
        <Heading size={5}>{t('medicines')}</Heading>
        {view.lines.map((line, index) => (
          <ListRow
            key={line.line}
            title={goods.plain(line)}
            note={`${line.quantity} ${goods.unit(line.unit, line.quantity)}`}
            lead={<Icon name="pill" />}
            {...(line.controlledFour && {
              end: <StatusChip icon="warning" tone="amber" label={t('four-class')} />,
            })}
            last={index === view.lines.length - 1}
          />
        ))}
        {view.medicineDay !== undefined && <Words>{t('days-left', { day: view.medicineDay })}</Words>}
        {view.words !== undefined && <Words block>{view.words}</Words>}
      </Card>
      <PrescriptionPhoto id={view.prescription} />
      {isOpen && <Button look="main" icon="check" label={t('clear')} onPress={() => setDecision('clear')} />}
      {isOpen && <Button icon="cross" label={t('refuse')} onPress={() => setDecision('refuse')} />}
      {!isOpen && !isPending && <Words tone="quiet">{t('decided')}</Words>}
    </>
  );
}

function Symptoms({ flags }: { readonly flags: readonly string[] }) {
  const t = useText(doctorText);
  if (flags.includes('DOCTOR')) {
    return <StatusChip icon="thermometer" tone="danger" label={t('symptoms-yes')} />;
  }
  if (!flags.includes('SYMPTOM_QUESTION')) return null;
  return <StatusChip icon="thermometer" tone="amber" label={t('symptoms-open')} />;
}
