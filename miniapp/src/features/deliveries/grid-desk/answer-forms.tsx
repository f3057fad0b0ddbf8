import { CallAnswer } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { answerSymptoms, recordCall } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { Button, Rows, Words } from '@/ui';
import type { FormProps } from './desk-form';

/** Fever or cough at home, as the household says by phone; yes leads to a doctor, never to a purchase (handbook 4.8). */
export function SymptomsForm({ doing, onClose }: FormProps) {
  const t = useText(deskText);
  const answer = (symptoms: boolean) => {
    onClose();
    void doing.act(answerSymptoms, { symptoms });
  };
  return (
    <Rows gap={2}>
      <Words size={5}>{t('symptoms-ask')}</Words>
      <Button icon="check" label={t('symptoms-no')} onPress={() => answer(false)} />
      <Button icon="thermometer" label={t('symptoms-yes')} onPress={() => answer(true)} />
    </Rows>
  );
}

/** Nobody opened after the goods were put down: what became of the call (handbook 2.1). */
export function CallForm({ doing, onClose }: FormProps) {
  const t = useText(deskText);
  return (
    <Rows gap={2}>
      <Words size={5}>{t('call-ask')}</Words>
      {CallAnswer.options.map((answer) => (
        <Button
          key={answer}
          label={t(`call-${answer}`)}
          onPress={() => {
            onClose();
            void doing.act(recordCall, { answer });
          }}
        />
      ))}
    </Rows>
  );
}
