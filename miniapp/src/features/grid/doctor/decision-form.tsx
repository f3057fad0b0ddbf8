import { DoctorNextStep } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { doctorClear, doctorRefuse } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { doctorText } from '@/text/doctor';
import { Button, Choice, Field, Heading, Rows } from '@/ui';

type NextStep = z.infer<typeof DoctorNextStep>;

type DecisionFormProps = {
  readonly of: 'clear' | 'refuse';
  readonly doing: Act;
  readonly onBack: () => void;
};

/** The doctor's word: cleared with advice, or refused with where to go instead; the household reads both. */
export function DecisionForm({ of, doing, onBack }: DecisionFormProps) {
  const t = useText(doctorText);
  const [nextStep, setNextStep] = useState<NextStep>();
  const [words, setWords] = useState('');
  const isRefusal = of === 'refuse';
  const said = words.trim() === '' ? {} : { words: words.trim() };
  const send = () => {
    if (!isRefusal) void doing.act(doctorClear, said);
    else if (nextStep !== undefined) void doing.act(doctorRefuse, { nextStep, reason: { code: nextStep }, ...said });
    onBack();
  };
  return (
    <Rows>
      <Heading size={5}>{t(isRefusal ? 'refuse-title' : 'clear-title')}</Heading>
      {isRefusal && (
        <Choice
          label={t('refuse-title')}
          value={nextStep}
          onChange={setNextStep}
          options={DoctorNextStep.options.map((value) => ({ value, label: t(`next-${value}`) }))}
        />
      )}
      <Field label={t('words')} optional value={words} onChange={setWords} tall maxLength={300} />
      <Button
        look="main"
        label={t('send')}
        disabledReason={isRefusal && nextStep === undefined ? t('choose-next') : undefined}
        onPress={send}
      />
      <Button icon="left" label={t('look')} onPress={onBack} />
    </Rows>
  );
}
