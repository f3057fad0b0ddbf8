import { listHandoverLegs } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { Card, Icon, ListRow } from '@/ui';

const toDecide: readonly string[] = ['COUNT_DIFFERS', 'NOT_TAKEN'];

/** Opens the list of handovers of the grid's sealed zones. */
export const openGridLegs = (): void => void openPage('/packages/grid/legs/index');

/** The way to handovers at sealed zones; draws nothing while there are none. */
export function LegsEntry() {
  const t = useText(handoverLegText);
  const { data } = useRead(listHandoverLegs, { query: {} }, { everySeconds: 30 });
  if (data === undefined || data.items.length === 0) return null;
  const deciding = data.items.filter(({ state }) => toDecide.includes(state)).length;
  return (
    <Card tone={deciding > 0 ? 'amber' : 'info'}>
      <ListRow
        title={t('entry')}
        note={t('entry-note', { open: data.items.length, deciding })}
        lead={<Icon name="swap" />}
        onPress={openGridLegs}
        last
      />
    </Card>
  );
}
