import type { Phase, PolicyRule } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Reader } from '@/text';
import { policyText } from '@/text/policies';
import type { policyRulesText } from '@/text/policy-rules';

type Words = Reader<(typeof policyRulesText)['zh']>;

const daysOf = { CENTRAL: 'central-days', HOME: 'home-days', MONITORING: 'monitoring-days' } as const;

/** A set by the name that people use; a set of the county's own is called by its code. Pure. */
export function setName(t: Reader<(typeof policyText)['zh']>, code: string): string {
  const key = `set-${code}`;
  // looked up in the table itself
  return key in policyText.zh ? t(key as 'set-V9_NATIONAL') : code;
}

/** What a row asks for, in plain words, one line a part. Pure. */
export function ruleLines(t: Words, rule: PolicyRule): string[] {
  const code = rule.code === 'NONE' ? [] : [t(`code-${rule.code}`)];
  return [...askedBy(t, rule), ...code];
}

function askedBy(t: Words, { phases, isLocal, tracker, needsProof }: PolicyRule): string[] {
  if (isLocal) return [t('local-rule')];
  if (phases.length > 0)
    return phases.map((phase) => [daysWords(t, phase), testWords(t, phase)].join(t('clause-mark')));
  if (tracker) return [t('tracker-days', tracker)];
  return [t(needsProof ? 'proof-only' : 'register-only')];
}

function daysWords(t: Words, { kind, days, orHostel }: Phase): string {
  return t(daysOf[kind], { days }) + (orHostel ? t('or-hostel') : '');
}

function testWords(t: Words, { testDays, hasDoubleSampling }: Phase): string {
  if (testDays.length === 0) return t('no-tests');
  const days = t('test-on', { days: testDays.join(t('list-mark')) });
  return hasDoubleSampling ? [days, t('double-last')].join(t('clause-mark')) : days;
}
