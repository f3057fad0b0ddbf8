import { useText } from '@/text';
import { deliveryText, stateWords } from '@/text/delivery-words';
import { deskText } from '@/text/grid-desk';
import type { IconName, Tone } from '@/ui';

type DeskKey = keyof typeof deskText.zh;

const isDeskKey = (key: string): key is DeskKey => key in deskText.zh;

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
  const t = useText(deskText);
  const tDelivery = useText(deliveryText);
  // the table holds no sentence with places to fill under these prefixes
  const plain = (key: string, otherwise: 'flag-other' | 'next-none' | 'part-other' | 'no-other') =>
    isDeskKey(key) ? t(key as 'flag-other') : t(otherwise);
  return {
    flag: (code: string) => plain(`flag-${code}`, 'flag-other'),
    /** `way` names what goes another way than to the door. */
    next: (state: string, way?: 'SLOT') =>
      isDeskKey(`next-${state}-${way}`)
        ? plain(`next-${state}-${way}`, 'next-none')
        : plain(`next-${state}`, 'next-none'),
    part: (code: string) => plain(`part-${code}`, 'part-other'),
    refusal: (code: string) => plain(`no-${code}`, 'no-other'),
    /** A reason is a code or a person's own words; a code without words here says nothing to anybody. */
    reason: (reason: string | undefined) => {
      if (reason === undefined || isDeskKey(`reason-${reason}`))
        return reason && plain(`reason-${reason}`, 'flag-other');
      return /^[A-Z][A-Z_]+$/.test(reason) ? undefined : reason;
    },
    state: (state: string) =>
      isDeskKey(`state-${state}`) ? plain(`state-${state}`, 'next-none') : stateWords(tDelivery, state),
    wait: (since: Date, now: Date) => {
      const { unit, count } = waitOf(since, now);
      if (count === 0) return t('wait-now');
      return t(`wait-${unit}`, { count });
    },
  };
}
