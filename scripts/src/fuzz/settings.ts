import { bodyFields } from './described';
import type { KnownRecords } from './records';

/** Checks that have no false positive here; tuned below where their standard does not fit. */
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'negative_data_rejection',
  'missing_required_header',
  'unsupported_method',
  'allow_header_conformance',
  'ignored_auth',
];
/** What bad input may be answered with; the standard list lacks 413 and 426, and lets every 5xx pass. */
const refusals = [400, 401, 403, 404, 405, 409, 413, 415, 422, 426, 429];
/** How often a known record is taken instead of one that is made up. */
const known = 0.8;

/** Words that have surprised parsers, templates, databases and screens. */
const oddWords = [
  ...[
    '\u0000',
    '\u001b[2J',
    '\ufeff',
    '\u202egnp.exe',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
    '\u{20000}\u{2a6df}',
  ],
  ...['NaN', '-Infinity', '1e309', '9007199254740993', '-0', '0x10', '١٢٣', '１２３', 'İ', 'ß', 'null', 'undefined'],
  ...['__proto__', 'constructor', 'toString', '$where', '{"$gt":""}', 'a.b', '.', '..', '../../etc/passwd', '%00'],
  ...['%E0%A4%A', '%2e%2e%2f', "' OR 1=1 --", '<script>', '{{7*7}}', '\r\nX-A: b', ' ', '\t\n', '王桂兰'.repeat(30)],
];
const oddShare = 0.08;

/** How one operation is tried; what is not listed is left alone. */
export interface Trial {
  readonly operation: string;
  /** Every boundary of every field, once. */
  readonly thorough: boolean;
  /** Ids for its address. */
  readonly ids: readonly string[];
}

export interface SettingsOptions {
  readonly trials: readonly Trial[];
  readonly records: KnownRecords;
  /** Random requests for each operation; 0: none. */
  readonly examples: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** The settings of one run, as its file. JSON's strings and lists are TOML's too. */
export function settingsFile({ trials, records, examples, headers }: SettingsOptions): string {
  const bound = Object.entries(bodyFields).filter(([, name]) => (records[name] ?? []).length > 0);
  return [
    table('', { 'suppress-health-check': '["all"]', 'continue-on-failure': 'true', warnings: 'false', workers: '1' }),
    table('[cache]', { enabled: 'false' }),
    table('[headers]', mapped(headers)),
    table('[generation]', { database: '"none"', 'max-examples': String(Math.max(1, examples)) }),
    table('[generation.dictionaries.string]', { dictionary: '"odd words"', probability: String(oddShare) }),
    table('[checks]', { enabled: 'false' }),
    ...checks.map((check) => table(`[checks.${check}]`, checkSettings(check))),
    ...['examples', 'stateful'].map((phase) => table(`[phases.${phase}]`, { enabled: 'false' })),
    table('[phases.coverage]', { enabled: String(trials.some(({ thorough }) => thorough)), ...ownData }),
    table('[phases.fuzzing]', { enabled: String(examples > 0), ...ownData }),
    table('[dictionaries]', {
      '"odd words"': values(oddWords),
      ...Object.fromEntries(bound.map(([, name]) => [text(name), values(records[name])])),
      ...Object.fromEntries(trials.filter(hasIds).map(({ operation, ids }) => [operation, values(ids)])),
    }),
    table('[parameters]', {
      ...Object.fromEntries(bound.map(([field, name]) => [text(`body.${field}`), from(name)])),
      '"body.lines.[*].line"': from('lines'),
    }),
    table('[[operations]]', {
      'exclude-operation-id': text(trials.map(({ operation }) => operation)),
      enabled: 'false',
    }),
    ...trials.map(trialTable),
  ].join('\n');
}

/** Nothing where the settings of all hold. */
function trialTable({ operation, thorough, ids }: Trial): string {
  const own = {
    ...(thorough ? {} : { 'phases.coverage.enabled': 'false' }),
    ...(ids.length > 0 ? { 'parameters."path.id"': from(operation) } : {}),
  };
  if (Object.keys(own).length === 0) return '';
  return table('[[operations]]', { 'include-operation-id': text(operation), ...own });
}

/** Nothing is taken over from answers: the same seed then asks the same. */
const ownData = { 'extra-data-sources.responses': 'false' };

const hasIds = ({ ids }: Trial) => ids.length > 0;
const text = (value: unknown) => JSON.stringify(value);
const values = (list: unknown) => `{ values = ${text(list)} }`;
const from = (name: string) => `{ dictionary = ${text(name)}, probability = ${known} }`;
const mapped = (pairs: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(pairs).map(([name, value]) => [text(name), text(value)]));

function checkSettings(check: string): Readonly<Record<string, string>> {
  const judgesRefusals = check === 'negative_data_rejection' || check === 'missing_required_header';
  return { enabled: 'true', ...(judgesRefusals ? { 'expected-statuses': text(refusals) } : {}) };
}

function table(head: string, lines: Readonly<Record<string, string>>): string {
  return [head, ...Object.entries(lines).map(([name, value]) => `${name} = ${value}`), ''].join('\n');
}
