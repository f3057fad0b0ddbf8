import { type HomeCondition, homeConditions } from '@grid-relief/shared-types/quarantine/home-conditions.schema';

/** What an assessment of a home comes to. */
export interface HomeVerdict {
  readonly placement: 'HOME' | 'CENTRAL';
  /** Answered with no, or not at all. */
  readonly missing: readonly HomeCondition[];
}

/** All must be yes; what is not known counts as no (handbook 2.3, 5.3). Pure. */
export function homeVerdict(answers: Readonly<Partial<Record<HomeCondition, boolean>>>): HomeVerdict {
  const missing = homeConditions.filter((condition) => answers[condition] !== true);
  return { placement: missing.length === 0 ? 'HOME' : 'CENTRAL', missing };
}
