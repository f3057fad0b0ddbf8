import type { ReportDoubt } from '@grid-relief/shared-types/quarantine/health-report.schema';
import type { HealthWords } from './episode';

/** So many reports in a row that say the very same are called about (ours; the bots that filled in forms for months). */
const sameInARow = 6;
/** Whoever enters more than so many in so many minutes has not phoned that many people (ours). */
const phonedAtMost = 5;
export const phonedWithinMinutes = 5;

interface Asked {
  readonly words: HealthWords;
  /** From which temperature on the policy speaks of a fever, in tenths of a degree. */
  readonly feverTenths: number;
  /** The reports before it by the person itself, newest first. */
  readonly before: readonly HealthWords[];
  readonly how: 'SELF' | 'PHONE';
  /** How many others the same person entered in the last minutes. */
  readonly enteredLately: number;
}

/**
 * Why somebody calls instead of taking a report as it came. What is bad is always taken: nobody waits for a call with a
 * fever. Pure.
 */
export function doubtsAbout({ words, feverTenths, before, how, enteredLately }: Asked): ReportDoubt[] {
  if (alarmsIn(words, feverTenths).length > 0) return [];
  if (how === 'PHONE') return enteredLately >= phonedAtMost ? ['MANY_AT_ONCE'] : [];
  const row = before.slice(0, sameInARow - 1);
  const isSame = row.length === sameInARow - 1 && row.every((one) => saysTheSame(one, words));
  return isSame ? ['SAME_EVERY_TIME'] : [];
}

function saysTheSame(one: HealthWords, other: HealthWords): boolean {
  return one.temperatureTenths === other.temperatureTenths && one.symptoms.length === 0;
}

/** Why a doctor looks: codes for the screens. Empty: nobody need. Pure (handbook 2.3). */
export function alarmsIn(words: HealthWords, feverTenths: number): string[] {
  return [
    ...((words.temperatureTenths ?? 0) >= feverTenths ? ['FEVER'] : []),
    ...words.symptoms,
    ...(words.selfTest === 'POSITIVE' ? ['SELF_TEST'] : []),
  ];
}
