import type { Phase, PolicyRule } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Reader } from '@/text';
import type { policyText } from '@/text/policies';

type Words = Reader<(typeof policyText)['zh']>;

const daysOf = { CENTRAL: 'central-days', HOME: 'home-days', MONITORING: 'monitoring-days' } as const;

/** The names people use for the sets that the product comes with; a set of the county's own is called by its code. */
const names: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  V8_NATIONAL: ['全国第八版', '8th national edition'],
  V9_NATIONAL: ['全国第九版', '9th national edition'],
  SX_2022_EARLY: ['山西 2022 年初', 'Shanxi, early 2022'],
  SX_2022_SPRING: ['山西 2022 年春', 'Shanxi, spring 2022'],
  SX_2022_AUG: ['山西 2022 年 8 月', 'Shanxi, August 2022'],
};

/** A set by name. Pure. */
export function setName(code: string, language: 'zh' | 'en'): string {
  return names[code]?.[language === 'zh' ? 0 : 1] ?? code;
}

/** What a row asks for, in plain words, one line a part. Pure. */
export function ruleLines(t: Words, rule: PolicyRule): string[] {
  const code = rule.code === 'NONE' ? [] : [t(`code-${rule.code}`)];
  return [...askedBy(t, rule), ...code];
}

function askedBy(t: Words, { phases, isLocal, tracker, needsProof }: PolicyRule): string[] {
  if (isLocal) return [t('local-rule')];
  if (phases.length > 0) return phases.map((phase) => `${daysWords(t, phase)}，${testWords(t, phase)}`);
  if (tracker) return [t('tracker-days', tracker)];
  return [t(needsProof ? 'proof-only' : 'register-only')];
}

function daysWords(t: Words, { kind, days, orHostel }: Phase): string {
  return t(daysOf[kind], { days }) + (orHostel ? t('or-hostel') : '');
}

function testWords(t: Words, { testDays, hasDoubleSampling }: Phase): string {
  if (testDays.length === 0) return t('no-tests');
  const days = t('test-on', { days: testDays.join('、') });
  return hasDoubleSampling ? `${days}，${t('double-last')}` : days;
}
