import type { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { chains, composed, instead, like, ours, phase, rowOf, source, undated } from './compose';
import { v8National } from './v8-national';

const datong = 'notice of Datong, 11 May 2022';
const firstDay = '2022-05-11';
const v8 = (category: Parameters<typeof rowOf>[1]) => rowOf(v8National, category, firstDay);

const highRisk = instead(v8('HIGH_RISK_STAY'), {
  phases: [phase(14, 'CENTRAL', [1, 4, 7, 10, 14]), phase(7, 'CENTRAL', [2, 7])],
  sources: [
    ...[source('days, test days, code, transfer', datong), source('window', 'as the 8th edition')],
    source('test days of the second part, hours to be in place, other links', ours),
  ],
});

const mediumRisk = like(highRisk, { category: 'MEDIUM_RISK_STAY', sources: [source('as high', datong)] });

const cityWithCases = instead(highRisk, {
  category: 'CITY_WITH_CASES',
  code: 'YELLOW',
  links: [...chains.home],
  phases: [phase(7, 'HOME', [1, 4, 7], { orHostel: true }), phase(5, 'HOME', [5], { orHostel: true })],
  sources: [
    source('7 and 5 days at home or in a hostel, code', datong),
    source('test day of the second part, window, hours to be in place, links', ours),
  ],
});

const lowRisk = like(cityWithCases, {
  category: 'LOW_RISK_STAY',
  sources: [source('as a city with cases', ours)],
});

const otherProvince = instead(v8('OTHER_PROVINCE'), {
  codeOnMiss: 'YELLOW',
  links: [...chains.followed],
  landing: ['NUCLEIC', 'ANTIGEN'],
  tracker: { days: 3, tests: 3, stayIn: false },
  sources: [
    source('proof, landing tests, 2 more 24 hours apart, yellow when missed', datong),
    source('within 3 days, look-back, links', ours),
  ],
});

/** Shanxi as Datong wrote it down, 11 May to 27 June 2022: the default of the sample county. */
export const shanxiSpring: PolicySet = composed(v8National, {
  code: 'SX_2022_SPRING',
  enabled: true,
  validFrom: firstDay,
  validTo: '2022-06-27',
  rows: [highRisk, mediumRisk, lowRisk, cityWithCases, otherProvince, undated(v8('DISCHARGED'))],
  // the rest of a county with risk areas is its low-risk area here
  without: ['REST_OF_COUNTY_STAY'],
  parameters: {
    contactLookBackDays: 4,
    backTrackingDays: 7,
    antigen: { ...v8National.parameters.antigen, atLanding: true },
  },
  sources: [source('the set', datong), source('everything else', 'as the 8th edition')],
});
