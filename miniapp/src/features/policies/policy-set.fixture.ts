/** Some rows of the sample county's set, as the server sends them; only what differs from row to row is said. */
const eighth = '8th edition of the national plan, May 2021';
const chain = ['ACKNOWLEDGEMENT', 'LANDING_TEST', 'TRANSFER', 'PLACEMENT', 'CODE_REQUEST', 'NOTICE', 'DELIVERY_PLAN'];

type Kind = 'CENTRAL' | 'HOME' | 'MONITORING';

/** A part of a quarantine with its test days; whoever is only monitored may go out. */
function part(kind: Kind, days: number, testDays: number[], hasDoubleSampling = false) {
  return { kind, days, testDays, hasDoubleSampling, stayIn: kind !== 'MONITORING' };
}

const monitored = part('MONITORING', 7, [2, 7]);

/** A row that leads to quarantine, with what a test puts in place. */
function row(category: string, more: Readonly<Record<string, unknown>>) {
  return {
    ...{ category, isLocal: false, lookBackDays: 21, countFrom: 'EXPOSURE', code: 'RED', links: [...chain, 'EPISODE'] },
    ...{ landing: ['NUCLEIC'], needsProof: false, transferHours: 12, notes: [] },
    sources: [{ of: 'phases, test days, double sampling', from: eighth }],
    ...more,
  };
}

/** Followed without quarantine: no landing test, no transfer. */
function followed(category: string) {
  const { transferHours: _hours, ...rest } = row(category, {
    ...{ lookBackDays: 14, code: 'NONE', links: ['ACKNOWLEDGEMENT', 'NOTICE', 'TRACKER'], phases: [], landing: [] },
    tracker: { days: 2, tests: 2, stayIn: false },
    sources: [{ of: 'two tests 24 hours apart, days, look-back, links', from: 'ours' }],
  });
  return rest;
}

const rules = [
  row('CLOSE_CONTACT', { phases: [part('CENTRAL', 14, [1, 4, 7, 14], true), monitored] }),
  row('CLOSE_CONTACT_SPECIAL', {
    links: [...chain, 'SENSOR', 'EPISODE'],
    phases: [part('HOME', 14, [1, 4, 7, 14], true), monitored],
  }),
  row('SECOND_CONTACT', {
    lookBackDays: 14,
    phases: [part('CENTRAL', 7, [1, 4, 7])],
    linkedContact: { negativeTests: 2, otherwiseAs: 'CLOSE_CONTACT' },
  }),
  followed('GENERAL_CONTACT'),
  row('OVERSEAS', { countFrom: 'ENTRY', phases: [part('CENTRAL', 14, [1, 4, 7, 14], true), monitored] }),
  row('HIGH_RISK_STAY', {
    ...{ lookBackDays: 14, countFrom: 'LEFT_AREA' },
    phases: [part('CENTRAL', 14, [1, 4, 7, 10, 14]), part('CENTRAL', 7, [2, 7])],
    sources: [{ of: 'days, test days, code, transfer', from: 'notice of Datong, 11 May 2022' }],
  }),
];

/** The set in force in the sample county, spring 2022. */
export const policySet = {
  code: 'SX_2022_SPRING',
  version: 1,
  enabled: true,
  sources: [
    { of: 'the set', from: 'notice of Datong, 11 May 2022' },
    { of: 'everything else', from: 'as the 8th edition' },
  ],
  validFrom: '2022-05-11',
  validTo: '2022-06-27',
  rules,
  parameters: {
    dayOneRule: 'NEXT_DAY',
    swabSite: 'NASAL',
    feverCelsius: 37.3,
    proofHours: 48,
    advanceNoticeHours: 48,
    advanceNoticeHoursChoices: [72, 48, 24],
    poolSize: 10,
    hoursBetweenTests: 24,
    missedTestHour: 20,
    contactLookBackDays: 4,
    contactLookBackUsualDays: 4,
    antigen: { from: '2022-03-11', onDays: [1, 2, 3, 4, 5], atLanding: true },
    areaStepDown: { sealedQuietDays: 14, lastContactDays: 14, lastContactMovedDays: 4, allNegativeWithinDays: 2 },
    zoneRules: [
      { zone: 'SEALED', movement: 'NOBODY_LEAVES_HOME' },
      { zone: 'CONTROLLED', movement: 'NOBODY_LEAVES_AREA' },
      { zone: 'GUARDED', movement: 'NO_GATHERINGS' },
    ],
    compoundQuotas: [
      { zone: 'SEALED', persons: 0, everyDays: 1 },
      { zone: 'CONTROLLED', persons: 1, everyDays: 2 },
    ],
    checks: {
      tripCodeStarUntil: '2022-06-28',
      tripCardUntil: '2022-12-12',
      tripCardWindows: [
        { from: '2020-02-01', days: 14 },
        { from: '2022-07-08', days: 7 },
      ],
      controlledFourUntil: '2022-12-06',
    },
    codeClearing: { tests: 2, withinDays: 3, hoursApart: 24, answerHours: 24 },
    capacities: {
      peoplePerSamplingPoint: { atLeast: 2000, atMost: 3000 },
      peoplePerSampler: 360,
      investigationReportHours: 2,
      investigationPathHours: 4,
      investigationFirstReportHours: 24,
      newCasesPerInvestigatorPerDay: 3,
    },
    retentionDays: { scans: 30, doorEvents: 30, episodes: 60 },
    backTrackingDays: 7,
  },
};
