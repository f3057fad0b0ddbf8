import type { EpisodeView } from '@grid-relief/shared-types/quarantine/episode.schema';
import { type Reader, wordOr } from '@/text';
import { myDaysText } from '@/text/my-days';

type Words = Reader<(typeof myDaysText)['zh']>;

/** A symptom in words; one that this version does not know is "something else". Pure. */
export function symptomWords(t: Words, code: string): string {
  return wordOr(t, myDaysText, `symptom-${code}`, 'symptom-OTHER');
}

const owners = ['LAB', 'CDC_INVESTIGATOR', 'SITE_MANAGER', 'GRID_WORKER'] as const;

/** Who sees to what an end waits for, and until when; empty while nobody has a time. Pure. */
export function blockedBy(
  t: Words,
  timeWords: (at: Date) => string,
  { owner: role, dueAt }: NonNullable<EpisodeView['block']>,
): string {
  if (dueAt === undefined) return '';
  const owner = t(`owner-${owners.find((one) => one === role) ?? 'GRID_WORKER'}`);
  return t('blocked-by', { owner, time: timeWords(new Date(dueAt)) });
}
