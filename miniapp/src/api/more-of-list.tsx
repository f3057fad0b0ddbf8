import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { Button, Rows, Words } from '@/ui';
import { useProblemWords } from './problem-words';
import type { ReadPages } from './query-pages';

/** The end of a list that goes on: fetches the next page; draws nothing at the end. */
export function MoreOfList<Page>({ of: { more, isLoadingMore, moreProblem } }: { readonly of: ReadPages<Page> }) {
  const t = useText(uiText);
  const words = useProblemWords();
  if (more === undefined) return null;
  return (
    <Rows gap={2}>
      {moreProblem && (
        <Words tone="danger" reads={{ role: 'alert' }}>
          {words(moreProblem)}
        </Words>
      )}
      <Button icon="down" label={t(moreProblem ? 'retry' : 'showMore')} busy={isLoadingMore} onPress={more} />
    </Rows>
  );
}
