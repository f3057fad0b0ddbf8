import { Text } from '@/platform/host';
import { type Reader, useText } from '@/text';
import { uiText } from '@/text/ui';
import { classes } from '../a11y';
import { daysApart, formatFen, shanghaiTime } from './format';
import type { Tone } from './layout';

type MoneyProps = {
  readonly fen: number;
  readonly size?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly tone?: Tone;
  readonly struck?: boolean;
};

/** An amount in fen, written in yuan with digits of equal width. */
export function Money({ fen, size = 6, tone = 'plain', struck }: MoneyProps) {
  return (
    <Text className={classes('words numbers', `t-${size}`, `tone-${tone}`, struck && 'struck')}>{formatFen(fen)}</Text>
  );
}

function dayAndTime(t: Reader<(typeof uiText)['zh']>, at: Date, now: Date): string {
  const { day, time } = shanghaiTime(at);
  const [year = '', month = '', date = ''] = day.split('-').map(Number);
  // a year apart the day alone would say the wrong one
  const isThisYear = year === Number(shanghaiTime(now).day.slice(0, 4));
  return isThisYear ? t('day-time', { month, date, time }) : t('year-day-time', { year, month, date, time });
}

/** Words for a moment in Shanghai time: today 16:20, tomorrow 08:00, 3月5日 09:00. */
export function useTimeWords(): (at: Date, now?: Date) => string {
  const t = useText(uiText);
  return (at, now = new Date()) => {
    const { time } = shanghaiTime(at);
    const apart = daysApart(at, now);
    if (apart === 0) return t('today', { time });
    if (apart === 1) return t('tomorrow', { time });
    return apart === -1 ? t('yesterday', { time }) : dayAndTime(t, at, now);
  };
}

/** The same of a Shanghai day, without a time: today, tomorrow, 3月5日. */
export function useDayWords(): (day: string) => string {
  const timeWords = useTimeWords();
  return (day) => timeWords(new Date(`${day}T12:00:00+08:00`)).replace(/\s*12:00$/, '');
}

/** The same for what comes soon: within today the hour says enough. */
export function useSoonWords(): (at: Date, now?: Date) => string {
  const words = useTimeWords();
  return (at, now = new Date()) => (daysApart(at, now) === 0 ? shanghaiTime(at).time : words(at, now));
}

type TimeTextProps = { readonly at: Date; readonly now?: Date; readonly tone?: Tone };

/** A moment in words. */
export function TimeText({ at, now, tone = 'quiet' }: TimeTextProps) {
  const words = useTimeWords();
  return <Text className={`words t-6 numbers tone-${tone}`}>{words(at, now)}</Text>;
}
