import { Words } from '@/ui';
import type { Problem } from './problem';
import { useProblemWords } from './problem-words';

type RefusedWordsProps = {
  readonly of: Problem | undefined;
  /** What this screen knows better than the general words. */
  readonly instead?: string | undefined;
};

/** Why it was not done, read out at once; nothing while nothing was refused. */
export function RefusedWords({ of: problem, instead }: RefusedWordsProps) {
  const words = useProblemWords();
  if (problem === undefined) return null;
  return (
    <Words tone="danger" reads={{ role: 'alert' }}>
      {instead ?? words(problem)}
    </Words>
  );
}
