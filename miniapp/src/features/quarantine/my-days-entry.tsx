import { myDays } from '@grid-relief/shared-types/quarantine/episode.contract';
import { useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { quarantineEntryText } from '@/text/quarantine-entry';
import { Card, Icon, ListRow } from '@/ui';

/** The way to "my quarantine"; draws nothing while nobody at home is in one. */
export function MyDaysEntry() {
  const t = useText(quarantineEntryText);
  const { data } = useRead(myDays, {}, { keepHours: 24 });
  const [first] = data?.items.filter(({ actions }) => actions.length > 0) ?? [];
  if (!first) return null;
  const { number, of, left } = first.day;
  return (
    <Card tone={first.block || first.alert || first.reportDue?.isLate ? 'amber' : 'leaf'}>
      <ListRow
        title={t('mine', { number, of })}
        note={t('mine-note', { left })}
        lead={<Icon name="calendar" />}
        onPress={() => void openPage('/packages/returnee/my-days/index')}
        last
      />
    </Card>
  );
}
