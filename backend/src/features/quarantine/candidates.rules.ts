import { addDays, dayOf, minuteOf } from '@grid-relief/shared-types/primitives/instants';
import type { PolicyRule, PolicySet, QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import { ruleOn } from '@grid-relief/shared-types/quarantine/rule-on';
import { rawEndOf } from './day-counting.rules';
import { exposuresOf, type Place, type RiskArea, type Stay } from './stays.rules';

/** What is known of a traveller, as far as it decides something. */
export interface TravellerFacts {
  readonly stays: readonly Stay[];
  /** Crossing the border into the country. */
  readonly enteredAt?: Date | undefined;
  readonly contacts: readonly Contact[];
  readonly specialGroups: readonly SpecialGroup[];
  /** Left hospital, or freed as somebody without symptoms. */
  readonly dischargedAt?: Date | undefined;
  readonly healthCode?: 'RED' | 'YELLOW' | 'GREEN' | undefined;
  readonly hasTripCodeStar?: boolean | undefined;
  /** At the first place in the county; absent: still on the way. */
  readonly arrivedAt?: Date | undefined;
}

export interface Contact {
  readonly id: string;
  readonly class: 'CLOSE' | 'SECOND' | 'GENERAL';
  readonly lastExposureAt: Date;
}

export type SpecialGroup = 'CHILD' | 'ELDER' | 'PREGNANT' | 'ILL';

/** What the traveller is judged by. */
export interface Judgement {
  readonly policy: Pick<PolicySet, 'rules' | 'parameters'>;
  readonly riskList: readonly RiskArea[];
  /** The county itself: its province is the one that is not "another". */
  readonly home: Place;
}

/** The same with the whole set it comes from. */
export interface CountyJudgement extends Judgement {
  readonly policy: PolicySet;
}

/** Why somebody might be looked after: a row, the instant it is counted from, and what it comes from. */
export interface Candidate {
  readonly category: QuarantineCategory;
  readonly rule: PolicyRule;
  /** The last moment of it: left, exposed, entered. */
  readonly lastAt: Date;
  /** By `countFrom` of the row. */
  readonly anchor: Date;
  readonly endsAt: Date;
  /** Its quarantine would be over: whatever still runs decides before it (handbook 9.1, rule 8). */
  readonly isElapsed: boolean;
  readonly from: Origin;
}

export type Origin =
  | { readonly what: 'STAY'; readonly stay: Stay; readonly area?: RiskArea | undefined }
  | { readonly what: 'CONTACT'; readonly contact: Contact }
  | { readonly what: 'ENTRY' }
  | { readonly what: 'DISCHARGE' };

/** From the worst; contacts before stays, whose worst place decides (handbook 2.2). The order of the rest is ours. */
export const worstFirst: readonly QuarantineCategory[] = [
  ...(['CLOSE_CONTACT', 'CLOSE_CONTACT_SPECIAL', 'OVERSEAS', 'HIGH_RISK_STAY', 'MEDIUM_RISK_STAY'] as const),
  ...(['SECOND_CONTACT', 'REST_OF_COUNTY_STAY', 'LOW_RISK_STAY', 'CITY_WITH_CASES', 'DISCHARGED'] as const),
  ...(['GENERAL_CONTACT', 'OTHER_PROVINCE'] as const),
];

/** Everything inside its window, whether or not it decides. Pure. */
export function candidatesOf(facts: TravellerFacts, judgement: Judgement, now: Date): Candidate[] {
  const { policy, riskList, home } = judgement;
  const today = dayOf(now);
  const reading = { home, backTrackingDays: policy.parameters.backTrackingDays, now };
  const found = [
    ...facts.contacts.map((contact) => ({
      ...{ category: contactCategory(contact, facts), lastAt: contact.lastExposureAt },
      from: { what: 'CONTACT', contact } as const,
    })),
    ...(facts.enteredAt ? [{ category: 'OVERSEAS', lastAt: facts.enteredAt, from: { what: 'ENTRY' } } as const] : []),
    ...(facts.dischargedAt
      ? [{ category: 'DISCHARGED', lastAt: facts.dischargedAt, from: { what: 'DISCHARGE' } } as const]
      : []),
    ...facts.stays
      .flatMap((stay) => exposuresOf(stay, riskList, reading))
      .map(({ stay, area, ...exposure }) => ({ ...exposure, from: { what: 'STAY', stay, area } as const })),
  ];
  return found.flatMap(({ category, lastAt, from }) => {
    const rule = rowFor(policy, category, today);
    if (!rule || dayOf(lastAt) < addDays(today, -rule.lookBackDays)) return [];
    const anchor = minuteOf(rule.countFrom === 'ENTRY' && from.what === 'STAY' ? (facts.arrivedAt ?? now) : lastAt);
    const endsAt = rawEndOf({ anchor, phases: rule.phases });
    const isElapsed = rule.phases.length > 0 && endsAt <= minuteOf(now);
    return [{ category: rule.category, rule, lastAt: minuteOf(lastAt), anchor, endsAt, isElapsed, from }];
  });
}

/** The row of a category; a set without one for the rest of a county treats it as low risk. Pure. */
export function rowFor(policy: Judgement['policy'], category: QuarantineCategory, day: string): PolicyRule | undefined {
  const rule = ruleOn(policy, category, day);
  return rule || category !== 'REST_OF_COUNTY_STAY' ? rule : ruleOn(policy, 'LOW_RISK_STAY', day);
}

function contactCategory({ class: kind }: Contact, { specialGroups }: TravellerFacts): QuarantineCategory {
  if (kind !== 'CLOSE') return kind === 'SECOND' ? 'SECOND_CONTACT' : 'GENERAL_CONTACT';
  return specialGroups.length > 0 ? 'CLOSE_CONTACT_SPECIAL' : 'CLOSE_CONTACT';
}
