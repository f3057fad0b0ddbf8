import { useState } from 'react';
import { RefusedWords } from '@/api';
import { useText } from '@/text';
import { policyText } from '@/text/policies';
import { Button, Card, Field, Heading, Rows, Words } from '@/ui';
import type { PlannedStep } from './risk-steps';
import { usePrepare } from './use-prepare';

const mostWords = 300;

type StepsProps = { readonly steps: readonly PlannedStep[]; readonly onChange: (steps: PlannedStep[]) => void };

/** The steps that have been put together, before anybody else knows of them. */
export function StepsToTake({ steps, onChange }: StepsProps) {
  const t = useText(policyText);
  const [words, setWords] = useState('');
  const { prepare, isBusy, problem } = usePrepare();
  if (steps.length === 0) return null;
  const send = async () => {
    const isPrepared = await prepare({ of: 'RISK', steps: steps.map(({ step }) => step) }, words);
    if (isPrepared) onChange([]);
  };
  return (
    <Card tone="amber">
      <Rows>
        <Heading size={5}>{t('steps-title', { count: steps.length })}</Heading>
        <Words tone="quiet">{t('steps-hint')}</Words>
        {steps.map((planned, at) => (
          <Button
            key={`${planned.place}${planned.step.do}`}
            look="link"
            icon="undo"
            label={t('step-undo', { what: stepWords(t, planned) })}
            onPress={() => onChange(steps.filter((_, i) => i !== at))}
          />
        ))}
        <Field
          label={t('words')}
          hint={t('words-hint')}
          optional
          tall
          maxLength={mostWords}
          value={words}
          onChange={setWords}
        />
        <RefusedWords of={problem} />
        <Button look="main" icon="search" label={t('see-whom')} busy={isBusy} onPress={() => void send()} />
      </Rows>
    </Card>
  );
}

function stepWords(
  t: ReturnType<typeof useText<(typeof policyText)['zh']>>,
  { step, place, was }: PlannedStep,
): string {
  if (step.do === 'ADD') return t('step-ADD', { place, level: t(step.areaRisk) });
  const before = was ? t(was) : '';
  if (step.do === 'END') return t('step-END', { place, was: before });
  return t('step-LEVEL', { place, was: before, level: t(step.areaRisk) });
}
