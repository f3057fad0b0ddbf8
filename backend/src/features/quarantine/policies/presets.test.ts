import { addDays, type Day } from '@grid-relief/shared-types/primitives/instants';
import {
  type Phase,
  PolicySet,
  type QuarantineCategory,
  quarantineCategories,
} from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { ruleOn } from '@grid-relief/shared-types/quarantine/rule-on';
import { presets } from './presets/all';

/** Typed from the table of handbook 5, never taken from the presets. Days kind (test days); a second phase after +. */
const V8 = '14 CENTRAL (1,4,7,14 double) + 7 MONITORING (2,7)';
const V8_HOME = '14 HOME (1,4,7,14 double) + 7 MONITORING (2,7)';
const V8_RISK = '14 CENTRAL (1,4,7,10,14)';
const V9 = '7 CENTRAL (1,2,3,5,7) + 3 MONITORING stay in (3)';
const V9_HOME = '7 HOME (1,2,3,5,7) + 3 MONITORING stay in (3)';
const AT_HOME_AGAIN = '7 MONITORING stay in ()';
const SPRING_RISK = '14 CENTRAL (1,4,7,10,14) + 7 CENTRAL (2,7)';
const SPRING_CITY = '7 HOME or hostel (1,4,7) + 5 HOME or hostel (5)';
const V9_HIGH = '7 CENTRAL (1,2,3,5,7)';
const V9_MEDIUM = '7 HOME (1,4,7)';
const NOTHING = '';

type Row = readonly [
  category: QuarantineCategory,
  lookBackDays: number,
  countFrom: string,
  code: string,
  phases: string,
  besides: string,
];

const contactsOfV8: readonly Row[] = [
  ['CLOSE_CONTACT', 21, 'EXPOSURE', 'RED', V8, 'landing NUCLEIC, in place in 12 h'],
  ['CLOSE_CONTACT_SPECIAL', 21, 'EXPOSURE', 'RED', V8_HOME, 'landing NUCLEIC, in place in 12 h'],
  [
    ...(['SECOND_CONTACT', 14, 'EXPOSURE', 'RED', '7 CENTRAL (1,4,7)'] as const),
    'landing NUCLEIC, in place in 12 h, linked contact 2 times negative or CLOSE_CONTACT',
  ],
  ['GENERAL_CONTACT', 14, 'EXPOSURE', 'NONE', NOTHING, 'tracker 2 tests in 2 days'],
  ['OVERSEAS', 21, 'ENTRY', 'RED', V8, 'landing NUCLEIC, in place in 12 h'],
];
const contactsOfV9: readonly Row[] = [
  ['CLOSE_CONTACT', 10, 'EXPOSURE', 'RED', V9, 'landing NUCLEIC, in place in 8 h'],
  ['CLOSE_CONTACT_SPECIAL', 10, 'EXPOSURE', 'RED', V9_HOME, 'landing NUCLEIC, in place in 8 h'],
  ['SECOND_CONTACT', 7, 'EXPOSURE', 'RED', '7 HOME (1,4,7)', 'landing NUCLEIC, in place in 12 h'],
  ['GENERAL_CONTACT', 14, 'EXPOSURE', 'NONE', NOTHING, 'tracker 2 tests in 2 days'],
  ['OVERSEAS', 10, 'ENTRY', 'RED', V9, 'landing NUCLEIC, in place in 8 h'],
];
const freed: Row = ['DISCHARGED', 7, 'LEFT_AREA', 'YELLOW', AT_HOME_AGAIN, 'landing NUCLEIC'];
const springCityOrLow: readonly Row[] = (['LOW_RISK_STAY', 'CITY_WITH_CASES'] as const).map((category) => [
  ...([category, 14, 'LEFT_AREA', 'YELLOW', SPRING_CITY, 'landing NUCLEIC, in place in 12 h'] as const),
]);
const springElsewhere: Row = [
  ...(['OTHER_PROVINCE', 14, 'ENTRY', 'NONE', NOTHING] as const),
  'landing NUCLEIC ANTIGEN, proof, tracker 3 tests in 3 days, YELLOW on a miss',
];
const highOf = (phases: string, hours: number, days: number): Row => [
  ...(['HIGH_RISK_STAY', days, 'LEFT_AREA', 'RED', phases, `landing NUCLEIC, in place in ${hours} h`] as const),
];
const mediumOf = (code: string, phases: string, hours: number, days: number): Row => [
  ...(['MEDIUM_RISK_STAY', days, 'LEFT_AREA', code, phases, `landing NUCLEIC, in place in ${hours} h`] as const),
];
const restOf = (phases: string): Row => [
  ...(['REST_OF_COUNTY_STAY', 14, 'LEFT_AREA', 'YELLOW', phases, 'landing NUCLEIC, in place in 12 h'] as const),
];

const table: readonly (readonly [code: string, day: Day, rows: readonly Row[]])[] = [
  [
    'V8_NATIONAL',
    '2022-03-15',
    [
      ...[...contactsOfV8, freed, highOf(V8_RISK, 12, 14), mediumOf('RED', V8_RISK, 12, 14)],
      restOf('14 HOME (1,4,7,10,14)'),
      ['LOW_RISK_STAY', 14, 'ENTRY', 'NONE', NOTHING, 'proof'],
      ['CITY_WITH_CASES', 14, 'ENTRY', 'NONE', NOTHING, 'local'],
      ['OTHER_PROVINCE', 14, 'ENTRY', 'NONE', NOTHING, 'proof'],
    ],
  ],
  [
    'V9_NATIONAL',
    '2022-06-28',
    [
      ...[...contactsOfV9, freed, highOf(V9_HIGH, 8, 7), mediumOf('YELLOW', V9_MEDIUM, 8, 7)],
      ['LOW_RISK_STAY', 7, 'ENTRY', 'NONE', NOTHING, 'landing NUCLEIC, tracker 2 tests in 3 days'],
      ['CITY_WITH_CASES', 14, 'ENTRY', 'NONE', NOTHING, 'local'],
    ],
  ],
  [
    'SX_2022_SPRING',
    '2022-05-11',
    [
      ...[...contactsOfV8, freed, highOf(SPRING_RISK, 12, 14), mediumOf('RED', SPRING_RISK, 12, 14)],
      ...[...springCityOrLow, springElsewhere],
    ],
  ],
  [
    'SX_2022_EARLY',
    '2022-04-18',
    [
      ...[...contactsOfV8, freed],
      highOf('14 CENTRAL (1,4,7,10,14) + 5 CENTRAL (5)', 12, 14),
      mediumOf('RED', '14 CENTRAL (1,4,7,10,14) + 5 CENTRAL (5)', 12, 14),
      restOf('14 HOME (1,4,7,10,14) + 5 HOME (5)'),
      ...[...springCityOrLow, springElsewhere],
    ],
  ],
  [
    'SX_2022_AUG',
    '2022-08-20',
    [
      ...[...contactsOfV9, freed, highOf(V9_HIGH, 8, 7), mediumOf('YELLOW', V9_MEDIUM, 8, 7)],
      ['LOW_RISK_STAY', 7, 'ENTRY', 'NONE', NOTHING, 'landing NUCLEIC, tracker 3 tests in 3 days, stay in'],
      ['CITY_WITH_CASES', 7, 'ENTRY', 'NONE', NOTHING, 'landing NUCLEIC, tracker 1 tests in 3 days'],
      ['OTHER_PROVINCE', 7, 'ENTRY', 'NONE', NOTHING, 'landing NUCLEIC, tracker 1 tests in 3 days'],
    ],
  ],
  [
    'NOV_2022',
    '2022-11-11',
    [
      [
        ...(['CLOSE_CONTACT', 8, 'EXPOSURE', 'RED', '5 CENTRAL (1,2,3,5) + 3 HOME (1,3)'] as const),
        'landing NUCLEIC, in place in 8 h',
      ],
      [
        ...(['CLOSE_CONTACT_SPECIAL', 8, 'EXPOSURE', 'RED', '5 HOME (1,2,3,5) + 3 HOME (1,3)'] as const),
        'landing NUCLEIC, in place in 8 h',
      ],
      ['GENERAL_CONTACT', 14, 'EXPOSURE', 'NONE', NOTHING, 'tracker 2 tests in 2 days'],
      ['OVERSEAS', 10, 'ENTRY', 'RED', V9, 'landing NUCLEIC, in place in 8 h'],
      ...[freed, highOf('7 HOME (1,3,5,7)', 8, 7)],
      ['LOW_RISK_STAY', 7, 'ENTRY', 'NONE', NOTHING, 'landing NUCLEIC, tracker 2 tests in 3 days'],
      ['CITY_WITH_CASES', 14, 'ENTRY', 'NONE', NOTHING, 'local'],
    ],
  ],
  [
    'DEC_2022',
    '2022-12-07',
    [
      ['CLOSE_CONTACT', 5, 'EXPOSURE', 'RED', '5 HOME (5)', 'landing NUCLEIC, in place in 8 h'],
      ['CLOSE_CONTACT_SPECIAL', 5, 'EXPOSURE', 'RED', '5 HOME (5)', 'landing NUCLEIC, in place in 8 h'],
    ],
  ],
];

/** What a set has no row for (handbook 5), each category with a reason in our words; all others have one. */
const without: Readonly<Record<string, Readonly<Partial<Record<QuarantineCategory, string>>>>> = {
  V8_NATIONAL: {},
  V9_NATIONAL: {
    REST_OF_COUNTY_STAY: 'counts as a low-risk stay',
    OTHER_PROVINCE: 'the 9th edition asks nothing of whoever was nowhere with a risk',
  },
  SX_2022_EARLY: {},
  SX_2022_SPRING: { REST_OF_COUNTY_STAY: 'counts as a low-risk stay' },
  SX_2022_AUG: { REST_OF_COUNTY_STAY: 'counts as a low-risk stay' },
  NOV_2022: {
    SECOND_CONTACT: 'no longer looked for',
    MEDIUM_RISK_STAY: 'areas are high or low',
    REST_OF_COUNTY_STAY: 'areas are high or low',
    OTHER_PROVINCE: 'nothing is asked',
  },
  DEC_2022: {
    SECOND_CONTACT: 'no longer looked for',
    GENERAL_CONTACT: 'no longer looked for',
    OVERSEAS: 'not part of the ten points',
    DISCHARGED: 'no longer watched',
    HIGH_RISK_STAY: 'no quarantine by area',
    MEDIUM_RISK_STAY: 'no quarantine by area',
    REST_OF_COUNTY_STAY: 'no quarantine by area',
    LOW_RISK_STAY: 'no quarantine by area',
    CITY_WITH_CASES: 'no quarantine by area',
    OTHER_PROVINCE: 'no quarantine by area',
  },
};
/** Of a set that is still open, the last day that any of them speaks of; of one whose beginning is not known, its first notice. */
const [firstNotice, lastDay] = ['2022-04-18', '2022-12-31'] as const;

function daysOf({ validFrom = firstNotice, validTo = lastDay }: PolicySet): Day[] {
  const days: Day[] = [];
  for (let day: Day = validFrom; day <= validTo; day = addDays(day, 1)) days.push(day);
  return days;
}

test('every set that is shipped says of every category, on each of its days, what it means or why it means nothing', () => {
  expect(table.map(([code]) => code).sort()).toEqual(presets.map(({ code }) => code).sort());
  for (const set of presets) {
    const none = without[set.code] ?? {};
    const missing = quarantineCategories.filter((category) => !(category in none));
    const gaps = daysOf(set).flatMap((day) =>
      missing.filter((category) => !ruleOn(set, category, day)).map((category) => `${set.code} ${category} ${day}`),
    );
    expect(gaps).toEqual([]);
    expect(set.rules.map(({ category }) => category).filter((category) => category in none)).toEqual([]);
  }
});

function wordsOf({ days, kind, testDays, hasDoubleSampling, stayIn, orHostel }: Phase): string {
  const where = orHostel ? `${kind} or hostel` : kind === 'MONITORING' && stayIn ? 'MONITORING stay in' : kind;
  return `${days} ${where} (${testDays.join(',')}${hasDoubleSampling ? ' double' : ''})`;
}

function presetOf(code: string): PolicySet {
  const found = presets.find((set) => set.code === code);
  if (!found) throw new Error(`no preset ${code}`);
  return found;
}

function rowAsWritten(set: PolicySet, category: QuarantineCategory, day: Day): Row | undefined {
  const rule = ruleOn(set, category, day);
  if (!rule) return undefined;
  const { landing, needsProof, tracker, transferHours, linkedContact, codeOnMiss, isLocal } = rule;
  const besides = [
    ...(landing.length > 0 ? [`landing ${landing.join(' ')}`] : []),
    ...(transferHours ? [`in place in ${transferHours} h`] : []),
    ...(linkedContact
      ? [`linked contact ${linkedContact.negativeTests} times negative or ${linkedContact.otherwiseAs}`]
      : []),
    ...(needsProof ? ['proof'] : []),
    ...(tracker ? [`tracker ${tracker.tests} tests in ${tracker.days} days`] : []),
    ...(tracker?.stayIn ? ['stay in'] : []),
    ...(codeOnMiss ? [`${codeOnMiss} on a miss`] : []),
    ...(isLocal ? ['local'] : []),
  ];
  const phases = rule.phases.map(wordsOf).join(' + ');
  return [category, rule.lookBackDays, rule.countFrom, rule.code, phases, besides.join(', ')];
}

describe.each(table)('%s on %s', (code, day, rows) => {
  const set = presetOf(code);

  test.each(rows.map((row) => [row[0], row] as const))('%s', (category, row) => {
    expect(rowAsWritten(set, category, day)).toEqual(row);
  });

  test('has no other row', () => {
    const known = quarantineCategories.filter((category) => ruleOn(set, category, day));
    expect(new Set(known)).toEqual(new Set(rows.map(([category]) => category)));
  });

  test('is a well-formed set', () => {
    expect(PolicySet.parse(set)).toEqual(set);
  });
});

test('until 14 March 2022 somebody discharged stayed at home for 14 days', () => {
  const v8 = presetOf('V8_NATIONAL');
  expect(rowAsWritten(v8, 'DISCHARGED', '2022-03-14')?.slice(1, 5)).toEqual([14, 'LEFT_AREA', 'YELLOW', '14 HOME ()']);
  expect(rowAsWritten(v8, 'DISCHARGED', '2022-03-15')).toEqual(freed);
});

test.each([
  ['V8_NATIONAL', '2021-05-01', '2022-06-27', true],
  ['V9_NATIONAL', '2022-06-28', undefined, true],
  ['SX_2022_EARLY', undefined, '2022-05-10', true],
  ['SX_2022_SPRING', '2022-05-11', '2022-06-27', true],
  ['SX_2022_AUG', '2022-08-20', undefined, true],
  ['NOV_2022', '2022-11-11', undefined, false],
  ['DEC_2022', '2022-12-07', undefined, false],
])('%s holds from %s to %s; a county may name it: %s', (code, validFrom, validTo, enabled) => {
  const set = presetOf(code);
  expect([set.validFrom, set.validTo, set.enabled]).toEqual([validFrom, validTo, enabled]);
});

test.each([
  ['V8_NATIONAL', 2, 4, undefined, 'NASAL', [1, 2, 3, 4, 5], false],
  ['V9_NATIONAL', 2, 2, undefined, 'THROAT', [], false],
  ['SX_2022_EARLY', 4, 4, 7, 'NASAL', [1, 2, 3, 4, 5], true],
  ['SX_2022_SPRING', 4, 4, 7, 'NASAL', [1, 2, 3, 4, 5], true],
  ['SX_2022_AUG', 2, 2, 7, 'THROAT', [], false],
])('%s: contacts %d (usually %d) days back, back-tracking %s, swab %s, antigen on %j, at landing %s', (...row) => {
  const [code, ...expected] = row;
  const { contactLookBackDays, contactLookBackUsualDays, backTrackingDays, swabSite, antigen } =
    presetOf(code).parameters;
  expect([
    ...[contactLookBackDays, contactLookBackUsualDays, backTrackingDays, swabSite],
    ...[antigen.onDays, antigen.atLanding],
  ]).toEqual(expected);
  expect(antigen.from).toBe('2022-03-11');
});

test.each(['V8_NATIONAL', 'SX_2022_EARLY', 'SX_2022_SPRING'])(
  '%s: how areas step down, and what zones forbid',
  (code) => {
    const { areaStepDown, zoneRules, compoundQuotas } = presetOf(code).parameters;
    expect(areaStepDown).toEqual({
      ...{ sealedQuietDays: 14, lastContactDays: 14 },
      ...{ lastContactMovedDays: 4, allNegativeWithinDays: 2 },
    });
    expect(zoneRules).toEqual([
      { zone: 'SEALED', movement: 'NOBODY_LEAVES_HOME' },
      { zone: 'CONTROLLED', movement: 'NOBODY_LEAVES_AREA' },
      { zone: 'GUARDED', movement: 'NO_GATHERINGS' },
    ]);
    expect(compoundQuotas).toEqual([
      { zone: 'SEALED', persons: 0, everyDays: 1 },
      { zone: 'CONTROLLED', persons: 1, everyDays: 2 },
    ]);
  },
);

test.each(['V9_NATIONAL', 'SX_2022_AUG'])('%s: how areas step down, and what levels forbid', (code) => {
  const { areaStepDown, zoneRules } = presetOf(code).parameters;
  expect(areaStepDown).toEqual({ highToMediumDays: 7, mediumAfterHighToLowDays: 3, mediumToLowDays: 7 });
  expect(zoneRules).toEqual([
    { zone: 'HIGH', movement: 'NOBODY_LEAVES_HOME' },
    { zone: 'MEDIUM', movement: 'NOBODY_LEAVES_AREA' },
    { zone: 'LOW', movement: 'NO_GATHERINGS' },
  ]);
});

test.each(presets.map((set) => [set.code, set] as const))('%s: single figures', (_code, { parameters }) => {
  expect(parameters).toMatchObject({
    ...{ dayOneRule: 'NEXT_DAY', feverCelsius: 37.3, proofHours: 48, poolSize: 10 },
    ...{ advanceNoticeHours: 48, hoursBetweenTests: 24, missedTestHour: 20 },
    advanceNoticeHoursChoices: [72, 48, 24],
    checks: {
      ...{ tripCodeStarUntil: '2022-06-28', tripCardUntil: '2022-12-12', controlledFourUntil: '2022-12-06' },
      tripCardWindows: [{ days: 14 }, { from: '2022-07-08', days: 7 }],
    },
    codeClearing: { tests: 2, withinDays: 3, hoursApart: 24, answerHours: 24 },
    capacities: {
      ...{ peoplePerSamplingPoint: { atLeast: 2000, atMost: 3000 }, peoplePerSampler: 360 },
      ...{ investigationReportHours: 2, investigationPathHours: 4, investigationFirstReportHours: 24 },
      newCasesPerInvestigatorPerDay: 3,
    },
    retentionDays: { scans: 30, doorEvents: 30, episodes: 60 },
  });
});

const central = 'ACKNOWLEDGEMENT LANDING_TEST TRANSFER PLACEMENT CODE_REQUEST NOTICE DELIVERY_PLAN EPISODE';
const home = 'ACKNOWLEDGEMENT LANDING_TEST TRANSFER PLACEMENT CODE_REQUEST NOTICE DELIVERY_PLAN SENSOR EPISODE';
test.each([
  ['SX_2022_SPRING', 'HIGH_RISK_STAY', central],
  ['SX_2022_SPRING', 'CITY_WITH_CASES', home],
  ['V8_NATIONAL', 'CLOSE_CONTACT', central],
  ['V8_NATIONAL', 'CLOSE_CONTACT_SPECIAL', home],
  ['V9_NATIONAL', 'SECOND_CONTACT', home],
  ['SX_2022_AUG', 'OTHER_PROVINCE', 'LANDING_TEST TRACKER'],
  ['V8_NATIONAL', 'OTHER_PROVINCE', 'ACKNOWLEDGEMENT'],
  ['V9_NATIONAL', 'LOW_RISK_STAY', 'ACKNOWLEDGEMENT LANDING_TEST TRACKER'],
] as const)('%s, %s calls for %s', (code, category, links) => {
  const day = presetOf(code).validFrom ?? '2022-05-01';
  expect(ruleOn(presetOf(code), category, day)?.links.join(' ')).toBe(links);
});

test('what is "as the 8th edition" is the very row of the 8th edition, never a copy', () => {
  const row = (code: string, category: QuarantineCategory) => ruleOn(presetOf(code), category, '2022-06-01');
  for (const category of ['CLOSE_CONTACT', 'SECOND_CONTACT', 'OVERSEAS', 'GENERAL_CONTACT'] as const) {
    expect(row('SX_2022_SPRING', category)).toBe(row('V8_NATIONAL', category));
    expect(row('SX_2022_EARLY', category)).toBe(row('SX_2022_SPRING', category));
    expect(row('SX_2022_AUG', category)).toBe(row('V9_NATIONAL', category));
  }
});

test('every row says where it comes from, in words', () => {
  for (const { rules } of presets) {
    for (const { sources } of rules) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { from } of sources) expect(from).not.toMatch(/https?:|\.(com|cn|html?)\b/);
    }
  }
});

test.each([
  ['a test after the last day', { testDays: [1, 8] }],
  ['a last test before the last day', { testDays: [1, 4] }],
  ['days that do not rise', { testDays: [7, 7] }],
  ['going out of a site', { stayIn: false }],
])('a phase with %s is refused', (_what, change) => {
  const set = presetOf('V9_NATIONAL');
  const wrong = {
    ...set,
    rules: set.rules.map((rule) => ({ ...rule, phases: rule.phases.map((one) => ({ ...one, ...change })) })),
  };
  expect(PolicySet.safeParse(wrong).success).toBe(false);
});

test('two rows of one category on one day are refused', () => {
  const set = presetOf('V9_NATIONAL');
  expect(PolicySet.safeParse({ ...set, rules: [...set.rules, set.rules[0]] }).success).toBe(false);
});
