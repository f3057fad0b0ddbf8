import { useText } from '@/text';
import { problemsText } from '@/text/problems';
import type { Problem } from './problem';

/** Words for a problem: what happened and what to do. Unknown ones are honest about being unknown. */
export function useProblemWords(): (problem: Problem) => string {
  const t = useText(problemsText);
  return ({ type, requestId }) =>
    type === 'internal' ? t('internal', { code: requestId?.slice(-6) ?? '–' }) : t(type);
}

/** The detail for one field, by the pointer's beginning, e.g. `/phone`. */
export function fieldProblem(problem: Problem | undefined, pointer: string): string | undefined {
  return problem?.errors.find((each) => each.pointer.startsWith(pointer))?.detail;
}
