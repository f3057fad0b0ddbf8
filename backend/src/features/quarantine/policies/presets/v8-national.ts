import type { PolicyRule, PolicySet } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { atHome, chains, known, like, ours, phase, source, undated } from './compose';
import { nationalParameters } from './national-parameters';

const edition = '8th edition of the national plan, May 2021';
const xiushan = 'notice of Xiushan, Chongqing, March 2022: a local example';

const closeContact: PolicyRule = {
  category: 'CLOSE_CONTACT',
  isLocal: false,
  lookBackDays: 21,
  countFrom: 'EXPOSURE',
  code: 'RED',
  links: [...chains.central],
  phases: [phase(14, 'CENTRAL', [1, 4, 7, 14], { hasDoubleSampling: true }), phase(7, 'MONITORING', [2, 7])],
  landing: ['NUCLEIC'],
  needsProof: false,
  transferHours: 12,
  notes: [],
  sources: [
    source('phases, test days, double sampling', edition),
    source('hours to be in place', known),
    source('look-back (until the last phase would have ended), code, links', ours),
  ],
};

const special = like(closeContact, {
  category: 'CLOSE_CONTACT_SPECIAL',
  links: [...chains.home],
  phases: atHome(closeContact.phases),
  sources: [source('home instead of a site', known)],
});

const secondContact = like(closeContact, {
  category: 'SECOND_CONTACT',
  lookBackDays: 14,
  phases: [phase(7, 'CENTRAL', [1, 4, 7])],
  linkedContact: { negativeTests: 2, otherwiseAs: 'CLOSE_CONTACT' },
  notes: ['Some places asked for 7 days and 7 more.'],
  sources: [source('end on day 7 with the first two tests of the close contact', 'notices of 2021 and 2022')],
});

/** "Register, tell": the tests are a tracker's. */
const generalContact: PolicyRule = {
  category: 'GENERAL_CONTACT',
  isLocal: false,
  lookBackDays: 14,
  countFrom: 'EXPOSURE',
  code: 'NONE',
  links: ['ACKNOWLEDGEMENT', 'NOTICE', 'TRACKER'],
  phases: [],
  landing: [],
  needsProof: false,
  tracker: { days: 2, tests: 2, stayIn: false },
  notes: ['Exposed at a listed venue: registered and told; tests follow the local rule.'],
  sources: [source('two tests 24 hours apart, days, look-back, links', ours)],
};

const overseas = like(closeContact, {
  category: 'OVERSEAS',
  countFrom: 'ENTRY',
  sources: [source('as contacts, counted from entry', edition)],
});

const discharged: PolicyRule = {
  category: 'DISCHARGED',
  validFrom: '2022-03-15',
  isLocal: false,
  lookBackDays: 7,
  countFrom: 'LEFT_AREA',
  code: 'YELLOW',
  links: ['ACKNOWLEDGEMENT', 'LANDING_TEST', 'CODE_REQUEST', 'NOTICE', 'DELIVERY_PLAN', 'EPISODE'],
  phases: [phase(7, 'MONITORING', [], { stayIn: true })],
  landing: ['NUCLEIC'],
  needsProof: false,
  notes: ['Counted from leaving the hospital.'],
  sources: [source('days, stay in', known), source('code, links', ours)],
};

const dischargedEarlier = like(undated(discharged), {
  validTo: '2022-03-14',
  lookBackDays: 14,
  phases: [phase(14, 'HOME', [])],
  sources: [source('14 days until 14 March 2022', known), source('at home', 'who may stay at home, 8th edition')],
});

const highRisk: PolicyRule = {
  category: 'HIGH_RISK_STAY',
  isLocal: false,
  lookBackDays: 14,
  countFrom: 'LEFT_AREA',
  code: 'RED',
  links: [...chains.central],
  phases: [phase(14, 'CENTRAL', [1, 4, 7, 10, 14])],
  landing: ['NUCLEIC'],
  needsProof: false,
  transferHours: 12,
  notes: [],
  sources: [source('window, days, test days', xiushan), source('code, hours to be in place, links', ours)],
};

const mediumRisk = like(highRisk, { category: 'MEDIUM_RISK_STAY', sources: [source('as high', xiushan)] });

const restOfCounty = like(highRisk, {
  category: 'REST_OF_COUNTY_STAY',
  code: 'YELLOW',
  links: [...chains.home],
  phases: atHome(highRisk.phases),
  sources: [source('14 days at home in other parts of the county', xiushan), source('same test days', xiushan)],
});

/** A proof is looked at on the way; nothing follows. */
const proofOnly: PolicyRule = {
  category: 'LOW_RISK_STAY',
  isLocal: false,
  lookBackDays: 14,
  countFrom: 'ENTRY',
  code: 'NONE',
  links: ['ACKNOWLEDGEMENT'],
  phases: [],
  landing: [],
  needsProof: true,
  notes: [],
  sources: [source('proof of 48 hours', edition), source('look-back', ours)],
};

const cityWithCases = like(proofOnly, {
  category: 'CITY_WITH_CASES',
  isLocal: true,
  needsProof: false,
  sources: [source('left to the place', edition)],
});

const otherProvince = like(proofOnly, {
  category: 'OTHER_PROVINCE',
  sources: [source('proof of 48 hours', 'notice of Shanxi, January 2022')],
});

/** The national plan in force until 27 June 2022. It is dated May 2021; that it held from the first of the month is ours. */
export const v8National: PolicySet = {
  code: 'V8_NATIONAL',
  version: 1,
  validFrom: '2021-05-01',
  validTo: '2022-06-27',
  enabled: true,
  rules: [
    ...[closeContact, special, secondContact, generalContact, overseas, dischargedEarlier, discharged],
    ...[highRisk, mediumRisk, restOfCounty, proofOnly, cityWithCases, otherProvince],
  ],
  parameters: nationalParameters,
  sources: [source('the set', edition), source('stays in risk areas', xiushan)],
};
