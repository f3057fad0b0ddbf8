import { listTravellers } from '@grid-relief/shared-types/returnees/returnee.contract';
import { useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { returneesText } from '@/text/returnees';
import { Card, Icon, ListRow } from '@/ui';

/** The way to people who come; draws nothing while nobody needs the grid. */
export function ReturneesEntry() {
  const t = useText(returneesText);
  const { data } = useRead(listTravellers, { query: { tab: 'all', limit: 100 } }, { everySeconds: 30 });
  if (data === undefined || data.items.length === 0) return null;
  const waiting = data.items.filter(({ state, late }) => late || state === 'TRIAGED' || state === 'NEED_INFO').length;
  return (
    <Card tone={waiting > 0 ? 'amber' : 'info'}>
      <ListRow
        title={t('grid-entry')}
        note={t('grid-entry-note', { open: waiting })}
        lead={<Icon name="home" />}
        onPress={() => void openPage('/packages/grid/returnees/index')}
        last
      />
    </Card>
  );
}
