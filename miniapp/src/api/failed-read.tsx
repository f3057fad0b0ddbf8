import type { ReactNode } from 'react';
import { homePage, restartAt } from '@/platform';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { Button, FailedState } from '@/ui';
import { isLasting, type Problem } from './problem';
import { useProblemWords } from './problem-words';
import type { Read } from './query';

type FailedReadProps = {
  readonly of: Pick<Read<unknown>, 'problem' | 'refresh'>;
  /** A way to a person, where this screen knows one. */
  readonly help?: ReactNode;
};

/** Why a screen has nothing to show, and the one thing to do now; nothing while no reason is known. */
export function FailedRead({ of: { problem, refresh }, help }: FailedReadProps) {
  const t = useText(uiText);
  const words = useProblemWords();
  if (problem === undefined) return null;
  if (!isLasting(problem)) return <FailedState what={words(problem)} onRetry={refresh} action={help} />;
  // a reader filled nothing in, so an address nobody can read is one that leads nowhere
  const known: Problem = problem.type === 'invalid-input' ? { ...problem, type: 'not-found' } : problem;
  const home = <Button look="main" icon="home" label={t('toHome')} onPress={() => void restartAt(homePage)} />;
  return (
    <FailedState
      what={words(known)}
      action={
        <>
          {home}
          {help}
        </>
      }
    />
  );
}
