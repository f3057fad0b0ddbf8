import type { InvestigationView } from '@grid-relief/shared-types/investigations/investigation.schema';
import { useText } from '@/text';
import { investigationsText } from '@/text/investigations';
import { Card, Heading, ListRow, Words } from '@/ui';

/** How complete it is now, part by part, so that what is missing is seen before the review. */
export function QualityCard({ quality: { score, parts } }: Pick<InvestigationView, 'quality'>) {
  const t = useText(investigationsText);
  return (
    <Card>
      <Heading size={5}>{t('quality-title', { score })}</Heading>
      {parts.map(({ what, points, of }, at) => (
        <ListRow
          key={what}
          title={t(`q-${what}`)}
          end={<Words strong>{t('points', { points, of })}</Words>}
          last={at === parts.length - 1}
        />
      ))}
    </Card>
  );
}
