import { useText } from '@/text';
import { uiText } from '@/text/ui';

/** How pieces are put together in the chosen language: each has marks of its own. */
export type Marks = {
  /** "note: please knock" */
  readonly said: (name: string, words: string) => string;
  /** "¥9.00 (the same price)" */
  readonly aside: (words: string, more: string) => string;
  /** "eggs, rice, salt" */
  readonly list: (parts: readonly string[]) => string;
  /** "seven days at home, tests on day 7" */
  readonly clauses: (parts: readonly string[]) => string;
  /** "Nothing yet. It comes by itself" */
  readonly sentences: (parts: readonly string[]) => string;
};

/** The marks between pieces in the chosen language. */
export function useMarks(): Marks {
  const t = useText(uiText);
  return {
    said: (name, words) => t('said', { name, words }),
    aside: (words, more) => t('aside', { words, more }),
    list: (parts) => parts.join(t('list-mark')),
    clauses: (parts) => parts.join(t('clause-mark')),
    sentences: (parts) => parts.join(t('sentence-mark')),
  };
}
