import { useText, wordOr } from '@/text';
import { deliveryText, stateWords } from '@/text/delivery-words';
import { assignText } from '@/text/grid-assign';
import { deskText } from '@/text/grid-desk';
import { marksText } from '@/text/request-marks';
import type { IconName, Tone } from '@/ui';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A waiting time in its one telling unit: minutes below two hours, hours below two days. */
export function waitOf(
  since: Date,
  now: Date,
): { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number } {
  const ms = Math.max(0, now.getTime() - since.getTime());
  if (ms < 2 * hourMs) return { unit: 'minutes', count: Math.floor(ms / minuteMs) };
  if (ms < 2 * dayMs) return { unit: 'hours', count: Math.floor(ms / hourMs) };
  return { unit: 'days', count: Math.floor(ms / dayMs) };
}

/** Signs of special needs; the word always stands beside them. */
export const needIcons: Readonly<Record<string, IconName>> = {
  ELDER_ALONE: 'person',
  PREGNANT: 'heart',
  INFANT: 'bottle',
  DISABLED: 'stairs',
  CHRONIC_MEDICINE: 'pill',
  DIALYSIS: 'tube',
  DIABETIC: 'pill',
  CHILD_ALONE: 'people',
  NO_PHONE: 'phone',
};

/** How loud a flag is drawn: symptoms are a doctor's matter at once, and nobody should wait unseen. */
export const flagTone = (flag: string): Tone =>
  ['DOCTOR', 'TRIAGE_LATE', 'POST_UNFED'].includes(flag) ? 'danger' : 'amber';

/** Readers for what the server names by code; a code this version does not know still gets honest words. */
export function useDeskWords() {
  const mark = useText(marksText);
  const desk = useText(deskText);
  const assigning = useText(assignText);
  const delivery = useText(deliveryText);
  return {
    flag: (code: string) => wordOr(mark, marksText, `flag-${code}`, 'flag-other'),
    /** `way` names what goes another way than to the door. */
    next: (state: string, way?: 'SLOT') => {
      const otherwise = `next-${state}`;
      const own = `${otherwise}-${way}`;
      return wordOr(mark, marksText, own in marksText.zh ? own : otherwise, 'next-none');
    },
    part: (code: string) => wordOr(assigning, assignText, `part-${code}`, 'part-other'),
    refusal: (code: string) => wordOr(assigning, assignText, `no-${code}`, 'no-other'),
    /** A reason is a code or a person's own words; a code without words here says nothing to anybody. */
    reason: (reason: string | undefined) => {
      if (reason === undefined) return undefined;
      const own = /^[A-Z][A-Z_]+$/.test(reason) ? undefined : reason;
      return `reason-${reason}` in deskText.zh ? desk(`reason-${reason}` as 'reason-NOT_SOLD') : own;
    },
    state: (state: string) =>
      `state-${state}` in marksText.zh
        ? wordOr(mark, marksText, `state-${state}`, 'next-none')
        : stateWords(delivery, state),
    wait: (since: Date, now: Date) => {
      const { unit, count } = waitOf(since, now);
      return count === 0 ? mark('wait-now') : mark(`wait-${unit}`, { count });
    },
  };
}
