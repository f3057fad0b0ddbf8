import type { Day } from '../primitives/instants';
import type { PolicyRule, PolicySet, QuarantineCategory } from './policy-set.schema';

/** What a category means under a set on a Shanghai day; undefined: the set does not know it. Pure (handbook 5). */
export function ruleOn(
  { rules }: Pick<PolicySet, 'rules'>,
  category: QuarantineCategory,
  day: Day,
): PolicyRule | undefined {
  return rules.find((rule) => rule.category === category && isValidOn(rule, day));
}

/** Whether something with a first and a last Shanghai day holds on a day. Pure. */
export function isValidOn(
  { validFrom, validTo }: { readonly validFrom?: Day | undefined; readonly validTo?: Day | undefined },
  day: Day,
): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);
}
