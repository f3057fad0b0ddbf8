import { addDays, dayOf, daysBetween } from '@grid-relief/shared-types/primitives/instants';
import { quarantineCategories } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { useText } from '@/text';
import { policyRulesText } from '@/text/policy-rules';
import { quarantineStepsText } from '@/text/quarantine-steps';
import { Chip, Choice, Field, Line, Rows, Stepper, useMarks, useTimeWords, Words } from '@/ui';
import type { Asked } from './desk-steps';
import { type Answers, anchorOf } from './step-answers';

type AskedProps = {
  readonly asked: Asked;
  readonly answers: Answers;
  readonly onAnswer: (name: string, value: string) => void;
};

const lettersAtMost: Partial<Record<Asked, number>> = { words: 300, toCounty: 6 };
const shortWords = 60;

/** What is chosen, not written. */
const chosenFrom = { to: ['HOME', 'CENTRAL'], isAbsent: ['no', 'yes'], way: ['OWN', 'FETCHED'] } as const;

/** One thing a step must be told. */
export function AskedField(props: AskedProps) {
  const t = useText(quarantineStepsText);
  const { asked, answers, onAnswer } = props;
  if (asked === 'category') return <Category {...props} />;
  if (asked === 'anchor') return <Anchor {...props} />;
  if (asked === 'to' || asked === 'isAbsent' || asked === 'way') {
    const options = chosenFrom[asked];
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
  const tPolicy = useText(policyRulesText);
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
  const today = dayOf(new Date());
  const { day, hour = '0' } = answers;
  const at = anchorOf(answers);
  return (
    <Rows gap={2}>
      <Words strong>{t('ask-anchor')}</Words>
      <Line apart>
        <Words>{t('days-ago')}</Words>
        <Stepper
          name={t('days-ago')}
          value={day === undefined ? 0 : daysBetween(day, today)}
          max={mostDaysAgo}
          onChange={(days) => onAnswer('day', addDays(today, -days))}
        />
        <Chip label={t('just-today')} chosen={day === today} onPress={() => onAnswer('day', today)} />
      </Line>
      <Line apart>
        <Words>{t('hour')}</Words>
        <Stepper
          name={t('hour')}
          value={Number(hour)}
          max={lastHour}
          onChange={(value) => onAnswer('hour', String(value))}
        />
      </Line>
      {at && (
        <Words size={5} strong>
          {t('counted-from', { time: timeWords(at) })}
        </Words>
      )}
    </Rows>
  );
}

/** What was said to it, in words, to be read once more; nothing where nothing was. */
export function useSaid(): (asked: Asked, answers: Answers) => string {
  const t = useText(quarantineStepsText);
  const tPolicy = useText(policyRulesText);
  const marks = useMarks();
  const timeWords = useTimeWords();
  return (asked, answers) => {
    const at = anchorOf(answers);
    if (asked === 'anchor') return at ? t('counted-from', { time: timeWords(at) }) : '';
    const said = answers[asked]?.trim() ?? '';
    if (said === '') return '';
    const category = quarantineCategories.find((one) => one === said);
    if (category) return marks.said(t('ask-category'), tPolicy(category));
    const isChoice = asked in chosenFrom;
    return marks.said(t(`ask-${asked}`), isChoice ? t(`${asked}-${said}` as 'to-HOME') : said);
  };
}
