import type { Day } from '@grid-relief/shared-types/primitives/instants';
import type { PolicyParameters } from '@grid-relief/shared-types/quarantine/policy-parameters.schema';
import type {
  ChainLink,
  Phase,
  PhaseKind,
  PolicyRule,
  PolicySet,
  QuarantineCategory,
  Source,
} from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { ruleOn } from '@grid-relief/shared-types/quarantine/rule-on';

/** What a figure is called that no source gives. */
export const ours = 'ours';
/** A rule generally known at the time, without a page. */
export const known = 'generally known';

/** The chain of whoever goes to a site, stays at home, or is followed; which links a row calls for is ours. */
export const chains = {
  central: [
    ...(['ACKNOWLEDGEMENT', 'LANDING_TEST', 'TRANSFER', 'PLACEMENT'] as const),
    ...(['CODE_REQUEST', 'NOTICE', 'DELIVERY_PLAN', 'EPISODE'] as const),
  ],
  home: [
    ...(['ACKNOWLEDGEMENT', 'LANDING_TEST', 'TRANSFER', 'PLACEMENT'] as const),
    ...(['CODE_REQUEST', 'NOTICE', 'DELIVERY_PLAN', 'SENSOR', 'EPISODE'] as const),
  ],
  followed: ['ACKNOWLEDGEMENT', 'LANDING_TEST', 'TRACKER'],
} as const satisfies Record<string, readonly ChainLink[]>;

/** A phase as the tables write it: days, kind, days of testing. */
export function phase(
  days: number,
  kind: PhaseKind,
  testDays: readonly number[],
  more: Partial<Pick<Phase, 'hasDoubleSampling' | 'orHostel' | 'stayIn'>> = {},
): Phase {
  const stayIn = kind !== 'MONITORING';
  return { kind, days, testDays: [...testDays], hasDoubleSampling: false, stayIn, ...more };
}

/** Where a cell comes from. */
export function source(of: string, from: string): Source {
  return { of, from };
}

/** A row that says "as that one": everything of it but for what is named, and its sources besides its own. */
export function like(row: PolicyRule, change: Partial<PolicyRule>): PolicyRule {
  return { ...row, ...change, sources: [...row.sources, ...(change.sources ?? [])] };
}

/** A row that stands in the place of another one, with figures and sources of its own. */
export function instead(row: PolicyRule, change: Partial<PolicyRule> & Pick<PolicyRule, 'sources'>): PolicyRule {
  return { ...row, ...change };
}

/** A row that no longer begins or ends within its set. */
export function undated({ validFrom: _from, validTo: _to, ...row }: PolicyRule): PolicyRule {
  return row;
}

/** The same quarantine at home, "same tests". */
export function atHome(phases: readonly Phase[]): Phase[] {
  return phases.map((one) => (one.kind === 'CENTRAL' ? { ...one, kind: 'HOME' as const } : one));
}

/** A row of a set as it stands on a day. @throws when there is none: a preset that names it is wrong */
export function rowOf(set: PolicySet, category: QuarantineCategory, day: Day): PolicyRule {
  const row = ruleOn(set, category, day);
  if (!row) throw new Error(`${set.code} has no row ${category} on ${day}`);
  return row;
}

/** What a set changes in the one it is composed from. */
interface Change extends Pick<PolicySet, 'code' | 'enabled' | 'sources'> {
  readonly validFrom?: Day;
  readonly validTo?: Day;
  /** Rows in the place of those of the same category. */
  readonly rows: readonly PolicyRule[];
  /** Categories that exist no longer. */
  readonly without?: readonly QuarantineCategory[];
  readonly parameters?: Partial<PolicyParameters>;
}

/** A set that says "as that one", by reference and never by copy: a corrected row is corrected everywhere. */
export function composed(base: PolicySet, change: Change): PolicySet {
  const { code, enabled, validFrom, validTo, rows, without = [], sources } = change;
  const gone = new Set([...without, ...rows.map(({ category }) => category)]);
  return {
    ...{ code, version: 1, enabled, sources },
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    rules: [...base.rules.filter(({ category }) => !gone.has(category)), ...rows],
    parameters: { ...base.parameters, ...change.parameters },
  };
}
