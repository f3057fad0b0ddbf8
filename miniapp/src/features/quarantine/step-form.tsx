import { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { quarantineStepsText } from '@/text/quarantine-steps';
import { uiText } from '@/text/ui';
import { Button, Choice, Heading, Rows, Words } from '@/ui';
import { AskedField, useSaid } from './asked-field';
import type { DeskStep, GraveAction } from './desk-steps';
import { type Answers, bodyOf, isAnswered } from './step-answers';

type FormProps = { readonly step: DeskStep; readonly doing: Act; readonly onDone: () => void };

/** What a step has to be told, and for a grave one the question once more, in plain words. */
export function StepForm({ step, doing, onDone }: FormProps) {
  const t = useText(quarantineStepsText);
  const tUi = useText(uiText);
  const [answers, setAnswers] = useState<Answers>({});
  const now = new Date();
  // nothing to be told: the question alone
  const isBare = isAnswered(step, {}, now);
  const [isAsking, setAsking] = useState(step.isGrave === true && isBare);
  const { action, asks = [], reasons = [] } = step;
  const answer = (name: string, value: string) => setAnswers((before) => ({ ...before, [name]: value }));
  const send = () => {
    onDone();
    // the contract's fields, by the step's own list of them
    void doing.act(episodeActions[action], bodyOf(step, answers) as never);
  };
  if (isAsking) {
    return <Sure step={step} answers={answers} onYes={send} onNo={isBare ? onDone : () => setAsking(false)} />;
  }
  return (
    <Rows>
      <Heading size={4}>{t(`do-${action}`)}</Heading>
      {reasons.length > 1 && (
        <Choice
          label={t('why')}
          inOne
          value={reasons.find((code) => code === answers.reason)}
          onChange={(code) => answer('reason', code)}
          options={reasons.map((code) => ({ value: code, label: t(`why-${code}` as 'why-OTHER') }))}
        />
      )}
      {asks.map((asked) => (
        <AskedField key={asked} asked={asked} answers={answers} onAnswer={answer} />
      ))}
      <Button
        look={step.isGrave ? 'danger' : 'main'}
        icon="edit"
        label={t(`do-${action}`)}
        disabledReason={isAnswered(step, answers, now) ? undefined : t('fill-first')}
        onPress={step.isGrave ? () => setAsking(true) : send}
      />
      <Button icon="left" label={tUi('back')} onPress={onDone} />
    </Rows>
  );
}

type SureProps = {
  readonly step: DeskStep;
  readonly answers: Answers;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** The last question before what cannot be taken back, with what was said to it. */
function Sure({ step: { action, asks = [] }, answers, onYes, onNo }: SureProps) {
  const t = useText(quarantineStepsText);
  const tUi = useText(uiText);
  const said = useSaid();
  return (
    <Rows>
      <Heading size={4}>{t('sure')}</Heading>
      <Words size={5} block>
        {t(`sure-${action as GraveAction}`)}
      </Words>
      {asks.map((asked) => (
        <Words key={asked} block>
          {said(asked, answers)}
        </Words>
      ))}
      <Button look="danger" icon="check" label={t('yes-do', { what: t(`do-${action}`) })} onPress={onYes} />
      <Button icon="left" label={tUi('back')} onPress={onNo} />
    </Rows>
  );
}
