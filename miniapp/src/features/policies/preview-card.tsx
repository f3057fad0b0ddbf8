import type { PolicyPreviewCounts } from '@grid-relief/shared-types/quarantine/policy-change.schema';
import { useText } from '@/text';
import { policyText } from '@/text/policies';
import { Card, ListRow, Words } from '@/ui';

const counted = ['shorten', 'lengthen', 'start', 'end', 'otherwise', 'undecided'] as const;

/** The sentence by which a change is judged, and how many are moved in which way. */
export function PreviewCard({ preview }: { readonly preview: PolicyPreviewCounts }) {
  const t = useText(policyText);
  const { moved, lengthen } = preview;
  const shown = counted.filter((move) => preview[move] > 0);
  return (
    <Card tone={lengthen > 0 ? 'amber' : 'plain'}>
      <Words size={4} strong block>
        {moved === 0 ? t('moves-none') : t('moves', { count: moved })}
      </Words>
      {lengthen > 0 && (
        <Words size={5} strong block>
          {t('moves-lengthen', { count: lengthen })}
        </Words>
      )}
      {shown.map((move, i) => (
        <ListRow
          key={move}
          title={t(`count-${move}`)}
          end={<Words strong>{t('people-of', { count: preview[move] })}</Words>}
          last={i === shown.length - 1}
        />
      ))}
      {preview.shorten > 0 && <Words tone="quiet">{t('shorter-hint')}</Words>}
    </Card>
  );
}
