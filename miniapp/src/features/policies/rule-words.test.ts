import type { PolicyRule } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { readerOf } from '@/text';
import { policyText } from '@/text/policies';
import { policyRulesText } from '@/text/policy-rules';
import { ruleLines, setName } from './rule-words';

const t = readerOf(policyRulesText, 'zh');
const phase = { kind: 'CENTRAL', days: 14, testDays: [1, 4, 7, 14], hasDoubleSampling: true, stayIn: true } as const;
const after = { kind: 'MONITORING', days: 7, testDays: [2, 7], hasDoubleSampling: false, stayIn: false } as const;
// only what the words are made from
const rule = (more: object) =>
  ({ isLocal: false, phases: [], needsProof: false, code: 'NONE', ...more }) as unknown as PolicyRule;

test.each([
  [
    rule({ phases: [phase, after], code: 'RED' }),
    ['集中隔离 14 天，第 1、4、7、14 天查核酸，最后一天双采双检', '健康监测 7 天，第 2、7 天查核酸', '报请赋红码'],
  ],
  [rule({ isLocal: true }), ['由当地定，要人来判断']],
  [rule({ tracker: { days: 3, tests: 3, stayIn: false } }), ['3 天里查 3 次核酸，跟踪到位']],
  [rule({ needsProof: true }), ['查 48 小时核酸证明']],
  [rule({}), ['登记、告知']],
])('a row in plain words: %#', (given, lines) => {
  expect(ruleLines(t, given)).toEqual(lines);
});

test('a set of the county’s own is called by its code', () => {
  const named = readerOf(policyText, 'zh');
  expect([setName(named, 'V9_NATIONAL'), setName(named, 'JC_2022')]).toEqual(['全国第九版', 'JC_2022']);
});
