import { addDays, type Day } from '@grid-relief/shared-types/primitives/instants';
import {
  type Phase,
  PolicySet,
  type QuarantineCategory,
  quarantineCategories,
} from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { ruleOn } from '@grid-relief/shared-types/quarantine/rule-on';
import { presets } from './presets/all';
import { freed, type Row, table, without } from './presets-table.fixture';

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
