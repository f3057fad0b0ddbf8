import { listLateFacts } from '@grid-relief/shared-types/deliveries/late-fact.contract';
import { useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { lateFactsText } from '@/text/late-facts';
import { Card, Icon, ListRow } from '@/ui';
import { gridPage } from './grid-bar';

/** The way to facts that came too late; draws nothing while there are none to compare. */
export function LateFactsEntry() {
  const t = useText(lateFactsText);
  const { data } = useRead(listLateFacts, { query: {} }, { everySeconds: 60 });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card tone="amber">
      <ListRow
        title={t('entry')}
        note={t('entry-note', { count: data.items.length })}
        lead={<Icon name="clock" />}
        onPress={() => void openPage(gridPage('late'))}
        last
      />
    </Card>
  );
}
