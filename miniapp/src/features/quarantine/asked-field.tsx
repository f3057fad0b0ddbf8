import { quarantineCategories } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { useText } from '@/text';
import { policyText } from '@/text/policies';
import { quarantineStepsText } from '@/text/quarantine-steps';
import { Choice, Field, Line, Rows, Stepper, useTimeWords, Words } from '@/ui';
import type { Asked } from './desk-steps';
import { type Answers, anchorOf } from './step-answers';

type AskedProps = {
  readonly asked: Asked;
  readonly answers: Answers;
  readonly onAnswer: (name: string, value: string) => void;
};

const lettersAtMost: Partial<Record<Asked, number>> = { words: 300, toCounty: 6 };
const shortWords = 60;

/** One thing a step must be told. */
export function AskedField(props: AskedProps) {
  const t = useText(quarantineStepsText);
  const { asked, answers, onAnswer } = props;
  if (asked === 'category') return <Category {...props} />;
  if (asked === 'anchor') return <Anchor {...props} />;
  if (asked === 'to' || asked === 'isAbsent') {
    const options = asked === 'to' ? (['HOME', 'CENTRAL'] as const) : (['no', 'yes'] as const);
    return (
      <Choice<string>
        label={t(`ask-${asked}`)}
        inOne
        value={answers[asked]}
        onChange={(value) => onAnswer(asked, value)}
        options={options.map((value) => ({ value, label: t(`${asked}-${value}` as 'to-HOME') }))}
      />
    );
  }
  return (
    <Field
      label={t(`ask-${asked}`)}
      optional={asked === 'room'}
      tall={asked === 'words'}
      kind={asked === 'toCounty' ? 'number' : 'text'}
      maxLength={lettersAtMost[asked] ?? shortWords}
      value={answers[asked] ?? ''}
      onChange={(value) => onAnswer(asked, value)}
    />
  );
}

function Category({ answers, onAnswer }: AskedProps) {
  const t = useText(quarantineStepsText);
  const tPolicy = useText(policyText);
  return (
    <Choice
      label={t('ask-category')}
      inOne
      value={quarantineCategories.find((one) => one === answers.category)}
      onChange={(category) => onAnswer('category', category)}
      options={quarantineCategories.map((value) => ({ value, label: tPolicy(value) }))}
    />
  );
}

/** The longest a set looks back. Days. */
const mostDaysAgo = 21;
const lastHour = 23;

function Anchor({ answers, onAnswer }: AskedProps) {
  const t = useText(quarantineStepsText);
  const timeWords = useTimeWords();
  const { daysAgo, hour = '0' } = answers;
  const stepped = (name: 'daysAgo' | 'hour', label: 'days-ago' | 'hour', most: number) => (
    <Line apart>
      <Words>{t(label)}</Words>
      <Stepper
        name={t(label)}
        value={Number(answers[name] ?? '0')}
        max={most}
        onChange={(value) => onAnswer(name, String(value))}
      />
    </Line>
  );
  return (
    <Rows gap={2}>
      <Words strong>{t('ask-anchor')}</Words>
      {stepped('daysAgo', 'days-ago', mostDaysAgo)}
      {daysAgo !== undefined && stepped('hour', 'hour', lastHour)}
      {daysAgo !== undefined && (
        <Words size={5} strong>
          {t('counted-from', { time: timeWords(anchorOf({ daysAgo, hour }, new Date())) })}
        </Words>
      )}
    </Rows>
  );
}
