import type { InvestigationView } from '@grid-relief/shared-types/investigations/investigation.schema';
import { useText } from '@/text';
import { interviewText } from '@/text/investigation-interview';
import { Card, ListRow, useTimeWords, Words } from '@/ui';

/** Where the case was, as it was told. */
export function PathCard({ path }: Pick<InvestigationView, 'path'>) {
  const t = useText(interviewText);
  const timeWords = useTimeWords();
  if (path.length === 0) return <Words tone="quiet">{t('path-none')}</Words>;
  const said = ({ place, from, to }: (typeof path)[number]) => {
    const since = timeWords(new Date(from));
    return to ? t('stay-to', { place, from: since, to: timeWords(new Date(to)) }) : t('stay', { place, from: since });
  };
  return (
    <Card>
      {path.map((stay, at) => (
        <ListRow
          key={`${stay.from} ${stay.place}`}
          title={said(stay)}
          {...(stay.words ? { note: stay.words } : {})}
          last={at === path.length - 1}
        />
      ))}
    </Card>
  );
}
