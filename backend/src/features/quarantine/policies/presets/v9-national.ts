import type { PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { atHome, chains, composed, instead, known, like, ours, phase, rowOf, source, undated } from './compose';
import { v8National } from './v8-national';

const edition = '9th edition of the national plan, 28 June 2022';
const cities = 'notices of Handan and Chongqing, September 2022';
const lastDayOfV8 = '2022-06-27';
const v8 = (category: Parameters<typeof rowOf>[1]) => rowOf(v8National, category, lastDayOfV8);

/** In this edition monitoring means to stay in, medical care excepted. */
const monitoring = phase(3, 'MONITORING', [3], { stayIn: true });

const closeContact = instead(v8('CLOSE_CONTACT'), {
  lookBackDays: 10,
  phases: [phase(7, 'CENTRAL', [1, 2, 3, 5, 7]), monitoring],
  transferHours: 8,
  sources: [
    ...[source('phases, test days, no double sampling', edition), source('8 hours', 'work plan of the time')],
    source('look-back (until the last phase would have ended), code, links', ours),
  ],
});

const special = like(closeContact, {
  category: 'CLOSE_CONTACT_SPECIAL',
  links: [...chains.home],
  phases: atHome(closeContact.phases),
  sources: [source('home instead of a site, same tests', 'city notices after the 9th edition')],
});

const { linkedContact: _onlyV8, ...v8Second } = v8('SECOND_CONTACT');
const secondContact = instead(v8Second, {
  lookBackDays: 7,
  links: [...chains.home],
  phases: [phase(7, 'HOME', [1, 4, 7])],
  notes: [],
  sources: [
    ...[source('at home, test days', edition), source('12 hours', 'work plan of the time')],
    source('look-back, code, links', ours),
  ],
});

const overseas = like(closeContact, {
  category: 'OVERSEAS',
  countFrom: 'ENTRY',
  sources: [source('as contacts, counted from entry', edition)],
});

const highRisk = instead(v8('HIGH_RISK_STAY'), {
  lookBackDays: 7,
  phases: [phase(7, 'CENTRAL', [1, 2, 3, 5, 7])],
  transferHours: 8,
  sources: [
    ...[source('days, test days', edition), source('window', cities)],
    source('code, hours to be in place, links', ours),
  ],
});

const mediumRisk = instead(highRisk, {
  category: 'MEDIUM_RISK_STAY',
  code: 'YELLOW',
  links: [...chains.home],
  phases: [phase(7, 'HOME', [1, 4, 7])],
  sources: [source('window, days, test days', cities), source('code, hours to be in place, links', ours)],
});

const lowRisk = instead(v8('LOW_RISK_STAY'), {
  lookBackDays: 7,
  links: [...chains.followed],
  landing: ['NUCLEIC'],
  needsProof: false,
  tracker: { days: 3, tests: 2, stayIn: false },
  sources: [source('3 days, 2 tests', edition), source('window', known), source('links', ours)],
});

/** The national plan from 28 June 2022 on; counties moved to it within days. */
export const v9National: PolicySet = composed(v8National, {
  code: 'V9_NATIONAL',
  enabled: true,
  validFrom: '2022-06-28',
  rows: [
    ...[closeContact, special, secondContact, overseas, highRisk, mediumRisk, lowRisk],
    // the same as before, and no longer dependent on a day
    undated(v8('DISCHARGED')),
  ],
  // not in the 9th edition's table: the rest of a county is its low-risk area, other provinces are not asked about
  without: ['REST_OF_COUNTY_STAY', 'OTHER_PROVINCE'],
  parameters: {
    swabSite: 'THROAT',
    ...{ contactLookBackDays: 2, contactLookBackUsualDays: 2 },
    // "as local plan"
    antigen: { ...v8National.parameters.antigen, onDays: [] },
    areaStepDown: { highToMediumDays: 7, mediumAfterHighToLowDays: 3, mediumToLowDays: 7 },
    zoneRules: [
      { zone: 'HIGH', movement: 'NOBODY_LEAVES_HOME' },
      { zone: 'MEDIUM', movement: 'NOBODY_LEAVES_AREA' },
      { zone: 'LOW', movement: 'NO_GATHERINGS' },
    ],
  },
  sources: [source('the set', edition), source('stays in risk areas', cities)],
});
