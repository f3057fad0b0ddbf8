import type { PersonMergeView } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { useText } from '@/text';
import { mergesText } from '@/text/merges';
import { Card, Heading, Rows, Words } from '@/ui';

/** What each has, as far as this viewer sees it: nothing is dropped, and what is one too many is said. */
export function HoldingsCard({ of: { counts, holdings, elsewhere } }: { readonly of: PersonMergeView }) {
  const t = useText(mergesText);
  if (counts.length === 0 && elsewhere === 0) return null;
  return (
    <Card>
      <Rows gap={2}>
        <Heading size={5}>{t('what-title')}</Heading>
        {counts.map(({ kind, first, second }) => (
          <Words key={kind} block>
            {t('count', { what: t(`h-${kind}`), first, second })}
          </Words>
        ))}
        {holdings
          .filter(({ isSurplus }) => isSurplus)
          .map(({ id, kind }) => (
            <Words key={id} tone="amber" strong block>
              {t('surplus', { what: t(`h-${kind}`) })}
            </Words>
          ))}
        {elsewhere > 0 && (
          <Words tone="quiet" block>
            {t('elsewhere', { n: elsewhere })}
          </Words>
        )}
      </Rows>
    </Card>
  );
}
