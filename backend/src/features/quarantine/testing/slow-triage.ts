import type { Phase, PolicyRule, QuarantineCategory } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Judgement, TravellerFacts } from '../candidates.rules';
import type { RiskArea, Stay } from '../stays.rules';
import { dateOf, midnightBefore } from './slow-reference';

const hour = 3_600_000;
const step = (instant: Date, ms: number) => new Date(instant.getTime() + ms);

/** Typed a second time: from the worst. */
const order: readonly QuarantineCategory[] = [
  ...(['CLOSE_CONTACT', 'CLOSE_CONTACT_SPECIAL', 'OVERSEAS', 'HIGH_RISK_STAY', 'MEDIUM_RISK_STAY'] as const),
  ...(['SECOND_CONTACT', 'REST_OF_COUNTY_STAY', 'LOW_RISK_STAY', 'CITY_WITH_CASES', 'DISCHARGED'] as const),
  ...(['GENERAL_CONTACT', 'OTHER_PROVINCE'] as const),
];

export interface SlowVerdict {
  readonly category: QuarantineCategory | undefined;
  readonly anchor: Date | undefined;
  /** Smaller is worse; comparable between two verdicts. */
  readonly weight: number;
}
export const nothing: SlowVerdict = { category: undefined, anchor: undefined, weight: 1000 };

/** Walks every stay hour by hour, and asks at each hour what the place was on that hour. Times are whole hours here. */
export function slowTriage(facts: TravellerFacts, judgement: Judgement, now: Date): SlowVerdict {
  let worst = nothing;
  const consider = (category: QuarantineCategory, lastAt: Date, isStay: boolean) => {
    const rule =
      ruleIn(judgement, category, now) ??
      (category === 'REST_OF_COUNTY_STAY' ? ruleIn(judgement, 'LOW_RISK_STAY', now) : undefined);
    if (!rule || !isInside(lastAt, rule.lookBackDays, now)) return;
    const anchor = rule.countFrom === 'ENTRY' && isStay ? (facts.arrivedAt ?? now) : lastAt;
    const weight = slowWeight(rule, anchor, now);
    const isLater = worst.anchor !== undefined && anchor > worst.anchor;
    if (weight < worst.weight || (weight === worst.weight && isLater))
      worst = { category: rule.category, anchor, weight };
  };
  for (const stay of facts.stays) {
    for (const [category, lastAt] of walk(stay, judgement, now)) consider(category, lastAt, true);
  }
  for (const { class: kind, lastExposureAt } of facts.contacts) {
    const close = facts.specialGroups.length > 0 ? 'CLOSE_CONTACT_SPECIAL' : 'CLOSE_CONTACT';
    consider(
      kind === 'CLOSE' ? close : kind === 'SECOND' ? 'SECOND_CONTACT' : 'GENERAL_CONTACT',
      lastExposureAt,
      false,
    );
  }
  if (facts.enteredAt) consider('OVERSEAS', facts.enteredAt, false);
  if (facts.dischargedAt) consider('DISCHARGED', facts.dischargedAt, false);
  return worst;
}

/** The last hour of a stay at which each category applied. */
function walk(stay: Stay, { riskList, home, policy }: Judgement, now: Date): Map<QuarantineCategory, Date> {
  const last = new Map<QuarantineCategory, Date>();
  const end = stay.to ?? now;
  const lines = riskList.map((line) => ({ ...line, since: since(line, policy.parameters.backTrackingDays) }));
  for (let moment = stay.from; moment <= end; moment = step(moment, hour)) {
    for (const { place, areaRisk, since: began, validTo } of lines) {
      if (moment < began || (validTo && moment > validTo)) continue;
      const category = whatIs(place, areaRisk, stay.place);
      if (category) last.set(category, moment);
    }
    if (stay.place[0] !== home[0]) last.set('OTHER_PROVINCE', moment);
  }
  return last;
}

function since({ validFrom, firstCaseAt }: RiskArea, days: number | undefined): Date {
  const known = firstCaseAt && firstCaseAt < validFrom ? firstCaseAt : validFrom;
  if (days === undefined) return known;
  let midnight = midnightBefore(known);
  for (let back = 0; back < days; back++) midnight = midnightBefore(step(midnight, -hour));
  return midnight;
}

function whatIs(
  area: readonly string[],
  level: RiskArea['areaRisk'],
  place: readonly string[],
): QuarantineCategory | undefined {
  const isIn = (wide: readonly string[]) => `${place.join('/')}/`.startsWith(`${wide.join('/')}/`);
  if (isIn(area)) {
    if (level === 'HIGH') return 'HIGH_RISK_STAY';
    if (level === 'MEDIUM') return 'MEDIUM_RISK_STAY';
    return level === 'LOW' ? 'LOW_RISK_STAY' : 'CITY_WITH_CASES';
  }
  const inCounty = area.length >= 3 && isIn(area.slice(0, 3));
  return inCounty && level !== 'LOW' && level !== 'CASES' ? 'REST_OF_COUNTY_STAY' : undefined;
}

function ruleIn({ policy }: Judgement, category: QuarantineCategory, now: Date): PolicyRule | undefined {
  const today = dateOf(now);
  return policy.rules.find((rule) => {
    return (
      rule.category === category &&
      !(rule.validFrom && today < rule.validFrom) &&
      !(rule.validTo && rule.validTo < today)
    );
  });
}

/** Counts the midnights between. */
function isInside(lastAt: Date, days: number, now: Date): boolean {
  if (lastAt >= now) return true;
  let [midnights, walker] = [0, midnightBefore(now)];
  while (walker > lastAt) {
    midnights += 1;
    if (midnights > days) return false;
    walker = midnightBefore(step(walker, -hour));
  }
  return true;
}

/** How bad it is to be judged by a row: what runs, what is over, a proof, what is left to the place; then the order. */
export function slowWeight(rule: PolicyRule, anchor: Date, now: Date): number {
  return standing(rule, anchor, now) * 100 + order.indexOf(rule.category);
}

function standing({ phases, tracker, isLocal }: PolicyRule, anchor: Date, now: Date): number {
  const hours = phases.reduce((sum: number, { days }: Phase) => sum + 24 * days, 0);
  if (phases.length > 0) return step(anchor, hours * hour) <= now ? 1 : 0;
  return tracker ? 0 : isLocal ? 3 : 2;
}
