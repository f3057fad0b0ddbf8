import { openPage } from '@/platform';
import { useText } from '@/text';
import { quarantineEntryText } from '@/text/quarantine-entry';
import { Card, Icon, ListRow } from '@/ui';

/** The way to people in quarantine, for everybody who sees to some. */
export function QuarantineDeskEntry() {
  const t = useText(quarantineEntryText);
  return (
    <Card>
      <ListRow
        title={t('desk')}
        note={t('desk-note')}
        lead={<Icon name="door" />}
        onPress={() => void openPage('/packages/grid/quarantine/index')}
        last
      />
    </Card>
  );
}
