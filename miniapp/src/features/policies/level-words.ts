import type { AreaRisk } from '@grid-relief/shared-types/quarantine/risk-area.schema';
import type { IconName, Tone } from '@/ui';

/** From the lowest; a city with cases has no level yet. */
export const levels = ['CASES', 'LOW', 'MEDIUM', 'HIGH'] as const satisfies readonly AreaRisk[];

/** How a level looks beside its word. */
export const levelLook: Readonly<Record<AreaRisk, { readonly icon: IconName; readonly tone: Tone }>> = {
  HIGH: { icon: 'warning', tone: 'danger' },
  MEDIUM: { icon: 'warning', tone: 'amber' },
  LOW: { icon: 'flag', tone: 'info' },
  CASES: { icon: 'search', tone: 'amber' },
};

/** Whether a step goes up or down; to and from "no level yet" it is neither. Pure. */
export function stepWord(from: AreaRisk, to: AreaRisk): 'step-raise' | 'step-lower' | 'step-set' {
  if (from === 'CASES' || to === 'CASES') return 'step-set';
  return levels.indexOf(to) > levels.indexOf(from) ? 'step-raise' : 'step-lower';
}
