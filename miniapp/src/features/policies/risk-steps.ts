import { placeWords } from '@grid-relief/shared-types/quarantine/place-words';
import type { RiskStep } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import type { AreaRisk, RiskAreaView } from '@grid-relief/shared-types/quarantine/risk-area.schema';

/** A step that is on the list of changes, with what it is called on screen. */
export interface PlannedStep {
  readonly step: RiskStep;
  readonly place: string;
  readonly was?: AreaRisk;
}

/** An area that comes onto the list. Pure. */
export function addStep(place: readonly string[], areaRisk: AreaRisk, source: string): PlannedStep {
  return { step: { do: 'ADD', place: [...place], areaRisk, source }, place: placeWords(place) };
}

/** A line that goes up or down. Pure. */
export function levelStep({ id, place, areaRisk: was }: RiskAreaView, areaRisk: AreaRisk, source: string): PlannedStep {
  return { step: { do: 'LEVEL', line: id, areaRisk, source }, place: placeWords(place), was };
}

/** A line that is taken off. Pure. */
export function endStep({ id, place, areaRisk: was }: RiskAreaView): PlannedStep {
  return { step: { do: 'END', line: id }, place: placeWords(place), was };
}
