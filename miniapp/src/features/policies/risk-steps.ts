import type { RiskStep } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import type { AreaRisk, RiskAreaView } from '@grid-relief/shared-types/quarantine/risk-area.schema';

/** A step that is on the list of changes, with what it is called on screen. */
export interface PlannedStep {
  readonly step: RiskStep;
  readonly place: string;
  readonly was?: AreaRisk;
}

/** Province and city alike are named once: 上海市 上海市 浦东新区 is 上海市浦东新区. Pure. */
export function placeWords(place: readonly string[]): string {
  return place.filter((part, i) => part !== place[i - 1]).join('');
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
