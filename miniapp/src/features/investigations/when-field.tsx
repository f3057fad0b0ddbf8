import { addDays, dayOf, daysBetween, shanghaiInstant } from '@grid-relief/shared-types/primitives/instants';
import { useText } from '@/text';
import { interviewText } from '@/text/investigation-interview';
import { Chip, Line, Rows, Stepper, useTimeWords, Words } from '@/ui';

/** A Shanghai day and an hour of it. */
export type When = { readonly day: string; readonly hour: number };

/** The instant of a day and an hour. Pure. */
export const instantOf = ({ day, hour }: When): Date => shanghaiInstant(day, hour);
/** The hour that began last. Pure. */
export const whenNow = (now: Date): When => ({
  day: dayOf(now),
  hour: new Date(now.getTime() + shanghaiMs).getUTCHours(),
});

const shanghaiMs = 8 * 60 * 60 * 1000;
/** The longest a set looks back. Days. */
const mostDaysAgo = 21;
const lastHour = 23;

type WhenProps = {
  readonly label: string;
  readonly value: When;
  readonly onChange: (value: When) => void;
  readonly error?: string | undefined;
};

/** A day that has been, and an hour, by presses alone: the other hand holds the phone. */
export function WhenField({ label, value, onChange, error }: WhenProps) {
  const t = useText(interviewText);
  const timeWords = useTimeWords();
  const today = dayOf(new Date());
  const { day, hour } = value;
  return (
    <Rows gap={2}>
      <Words strong>{label}</Words>
      <Line apart>
        <Words>{t('days-ago')}</Words>
        <Stepper
          name={t('days-ago')}
          value={Math.max(0, daysBetween(day, today))}
          max={mostDaysAgo}
          onChange={(days) => onChange({ day: addDays(today, -days), hour })}
        />
        <Chip label={t('today')} chosen={day === today} onPress={() => onChange({ day: today, hour })} />
      </Line>
      <Line apart>
        <Words>{t('hour')}</Words>
        <Stepper name={t('hour')} value={hour} max={lastHour} onChange={(next) => onChange({ day, hour: next })} />
      </Line>
      <Words tone={error === undefined ? 'quiet' : 'danger'}>
        {error ?? t('at-time', { time: timeWords(instantOf(value)) })}
      </Words>
    </Rows>
  );
}
