import type { RiskArea } from '../quarantine';
import type { PolicyChoice, RiskLine } from './policy.record';

/** The choice that counts at an instant: the latest that has come. Pure. */
export function choiceAt(choices: readonly PolicyChoice[], at: Date): PolicyChoice | undefined {
  return choices
    .filter(({ from }) => from <= at)
    .reduce<PolicyChoice | undefined>((latest, one) => (latest && latest.from >= one.from ? latest : one), undefined);
}

/** The next choice that has been decided and has not come. Pure. */
export function choiceAfter(choices: readonly PolicyChoice[], at: Date): PolicyChoice | undefined {
  return choices
    .filter(({ from }) => from > at)
    .reduce<PolicyChoice | undefined>((next, one) => (next && next.from <= one.from ? next : one), undefined);
}

/**
 * The risk list by which somebody is judged at an instant, ended lines among them: who was there meanwhile was there. Pure.
 */
export function riskListAt(lines: readonly RiskLine[], at: Date): RiskArea[] {
  return lines
    .filter(({ countsSince, validFrom }) => countsSince <= at && validFrom <= at)
    .map(({ _id: id, place, areaRisk, validFrom, validTo, firstCaseAt }) => ({
      ...{ id, place, areaRisk, validFrom },
      // an end that has not come is not known of a stay that is going on
      ...(validTo && validTo <= at ? { validTo } : {}),
      ...(firstCaseAt ? { firstCaseAt } : {}),
    }));
}

/** Lines that hold at an instant, for the list that everybody may read. Pure. */
export function linesHolding(lines: readonly RiskLine[], at: Date): RiskLine[] {
  return lines.filter(
    ({ countsSince, validFrom, validTo }) => countsSince <= at && validFrom <= at && (!validTo || validTo > at),
  );
}
