import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import type { PolicySetRow } from '@grid-relief/shared-types/quarantine/policy.contract';
import type { RiskAreaView } from '@grid-relief/shared-types/quarantine/risk-area.schema';
import type { KnownSet, RiskLine } from './policy.record';

/** A set in a list. Pure. */
export function presentSetRow({ id, set }: KnownSet): PolicySetRow {
  const { code, version, enabled, validFrom, validTo } = set;
  return {
    ...{ id: RecordId.parse(id), code, version, enabled },
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
  };
}

/** A line of the risk list. Pure. */
export function presentLine({ _id, place, areaRisk, validFrom, validTo, firstCaseAt, source }: RiskLine): RiskAreaView {
  return {
    ...{ id: RecordId.parse(_id), place: [...place], areaRisk, validFrom: validFrom.toISOString(), source },
    ...(validTo ? { validTo: validTo.toISOString() } : {}),
    ...(firstCaseAt ? { firstCaseAt: firstCaseAt.toISOString() } : {}),
  };
}
