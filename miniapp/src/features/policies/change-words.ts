import { placeWords } from '@grid-relief/shared-types/quarantine/place-words';
import type { PolicyChangeView, RiskStepView } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import type { Reader } from '@/text';
import type { policyText } from '@/text/policies';
import { setName } from './rule-words';

type Words = Reader<(typeof policyText)['zh']>;

/** What a change does, one line a step. Pure. */
export function changeLines(t: Words, { set, steps }: PolicyChangeView): string[] {
  if (set) {
    const name = t('set-name', { name: setName(t, set.code), version: set.version });
    return [t('set-into', { name })];
  }
  return steps.map((step) => stepLine(t, step));
}

function stepLine(t: Words, { do: what, place: parts, was, areaRisk }: RiskStepView): string {
  const place = placeWords(parts);
  const level = areaRisk ? t(areaRisk) : '';
  const before = was ? t(was) : '';
  if (what === 'ADD') return t('step-ADD', { place, level });
  return what === 'END' ? t('step-END', { place, was: before }) : t('step-LEVEL', { place, was: before, level });
}

const knownStates = ['DRAFT', 'PREVIEWED', 'APPROVED', 'APPLIED', 'CANCELLED'] as const;

/** The state in words; one that this version does not know is not named. Pure. */
export function stateWords(t: Words, state: string): string {
  const known = knownStates.find((one) => one === state);
  return t(`state-${known ?? 'OTHER'}`);
}
