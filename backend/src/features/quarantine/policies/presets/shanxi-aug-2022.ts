import type { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { composed, instead, known, like, ours, rowOf, source } from './compose';
import { v8National } from './v8-national';
import { v9National } from './v9-national';

const notice = 'notice of Shanxi, 20 August 2022';
const firstDay = '2022-08-20';
const v9 = (category: Parameters<typeof rowOf>[1]) => rowOf(v9National, category, firstDay);

const stay = [
  ...[source('code, days, test days', notice), source('window', 'as the 9th edition')],
  source('hours to be in place, links', ours),
];
const highRisk = instead(v9('HIGH_RISK_STAY'), { sources: stay });
const mediumRisk = instead(v9('MEDIUM_RISK_STAY'), { sources: stay });

const lowRisk = instead(v9('LOW_RISK_STAY'), {
  links: ['ACKNOWLEDGEMENT', 'LANDING_TEST', 'NOTICE', 'DELIVERY_PLAN', 'TRACKER'],
  tracker: { days: 3, tests: 3, stayIn: true },
  notes: ['Who lives here keeps to the home for 3 days; who does not goes to a hotel, under the host.'],
  sources: [source('3 days, 3 tests, home or hotel', notice), source('window', known), source('links', ours)],
});

/** 即采即走即追: a swab on the way, and nobody waits for it. */
const otherProvince = instead(rowOf(v8National, 'OTHER_PROVINCE', '2022-06-27'), {
  lookBackDays: 7,
  links: ['LANDING_TEST', 'TRACKER'],
  landing: ['NUCLEIC'],
  needsProof: false,
  tracker: { days: 3, tests: 1, stayIn: false },
  sources: [source('landing test, 3 days of self-monitoring, only these two links', notice), source('look-back', ours)],
});

const cityWithCases = like(otherProvince, {
  category: 'CITY_WITH_CASES',
  notes: ['All cities but the capital.'],
  sources: [source('as any other place', notice)],
});

/** Shanxi from 20 August 2022 on. */
export const shanxiAugust: PolicySet = composed(v9National, {
  code: 'SX_2022_AUG',
  enabled: true,
  validFrom: firstDay,
  rows: [highRisk, mediumRisk, lowRisk, cityWithCases, otherProvince],
  parameters: { backTrackingDays: 7 },
  sources: [
    ...[source('the set', notice), source('everything else', 'as the 9th edition')],
    ...[source('contacts looked for 2 days back', known), source('back-tracking of 7 days', ours)],
  ],
});
