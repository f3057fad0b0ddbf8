import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { useTimeWords, Words } from '@/ui';
import type { Read } from './query';

type LastKnownProps = {
  readonly of: Pick<Read<unknown>, 'problem' | 'at'>;
  /** There was nothing then. */
  readonly isEmpty?: boolean;
};

/** Of when it is what a screen shows, where nothing newer can be read; nothing where it is of now. */
export function LastKnown({ of: { problem, at }, isEmpty = false }: LastKnownProps) {
  const t = useText(uiText);
  const time = useTimeWords();
  if (problem === undefined || at === undefined) return null;
  return <Words tone="amber">{t(isEmpty ? 'empty-then' : 'last-known', { time: time(at) })}</Words>;
}
