import type { PolicySet } from './policy-set.schema';
import { isValidOn, ruleOn } from './rule-on';

const rule = (more: object) => ({ category: 'OVERSEAS', ...more });
// only what the choice is made by
const set = {
  rules: [rule({ validTo: '2022-06-27', lookBackDays: 21 }), rule({ validFrom: '2022-06-28', lookBackDays: 10 })],
} as unknown as Pick<PolicySet, 'rules'>;

test.each([
  ['2022-06-27', 21],
  ['2022-06-28', 10],
])('on %s the row of that day holds, first and last day included', (day, lookBackDays) => {
  expect(ruleOn(set, 'OVERSEAS', day)?.lookBackDays).toBe(lookBackDays);
});

test('a category that the set does not know has no row', () => {
  expect(ruleOn(set, 'DISCHARGED', '2022-06-28')).toBeUndefined();
});

test('what names no day holds on every day', () => {
  expect(isValidOn({}, '2022-06-28')).toBe(true);
});
