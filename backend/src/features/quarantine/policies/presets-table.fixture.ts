import type { Day } from '@grid-relief/shared-types/primitives/instants';
import type { QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';

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

/** A row as the handbook's table has it; `phases` and `besides` in the notation above. */
export type Row = readonly [
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
/** Discharged from hospital, of every set since March 2022. */
export const freed: Row = ['DISCHARGED', 7, 'LEFT_AREA', 'YELLOW', AT_HOME_AGAIN, 'landing NUCLEIC'];
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

/** Each set on a day of its own, and all of its rows. */
export const table: readonly (readonly [code: string, day: Day, rows: readonly Row[]])[] = [
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
export const without: Readonly<Record<string, Readonly<Partial<Record<QuarantineCategory, string>>>>> = {
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
