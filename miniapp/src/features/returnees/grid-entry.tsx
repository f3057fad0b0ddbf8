import { listTravellers } from '@grid-relief/shared-types/returnees/returnee.contract';
import { useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { returneeListsText } from '@/text/returnee-lists';
import { Card, Icon, ListRow } from '@/ui';

/** What the grid's own list asks for, beside whoever is late. */
const waitForGrid: readonly string[] = ['TRIAGED', 'NEED_INFO', 'NO_SHOW', 'SEARCH'];

/** The way to people who come; draws nothing while nobody needs the grid. */
export function ReturneesEntry() {
  const t = useText(returneeListsText);
  const { data } = useRead(listTravellers, { query: { tab: 'all', limit: 100 } }, { everySeconds: 30 });
  if (data === undefined || data.items.length === 0) return null;
  const waiting = data.items.filter(({ state, late }) => late || waitForGrid.includes(state)).length;
  // the most urgent stand first, so a list that goes on has at least as many
  const counted = (n: number) => (data.next === undefined ? String(n) : `${n}+`);
  const all = counted(data.items.length);
  return (
    <Card tone={waiting > 0 ? 'amber' : 'info'}>
      <ListRow
        title={t('grid-entry')}
        note={waiting === 0 ? t('grid-entry-none', { all }) : t('grid-entry-note', { open: counted(waiting) })}
        lead={<Icon name="home" />}
        onPress={() => void openPage('/packages/grid/returnees/index')}
        last
      />
    </Card>
  );
}
