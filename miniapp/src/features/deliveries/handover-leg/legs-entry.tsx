import { listHandoverLegs } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { uiText } from '@/text/ui';
import { WayCard } from '@/ui';

const toDecide: readonly string[] = ['COUNT_DIFFERS', 'NOT_TAKEN'];

const legsPage = '/packages/grid/legs/index';

/** Opens the list of handovers of the grid's sealed zones. */
export const openGridLegs = (): void => void openPage(legsPage);

/** The way to handovers at sealed zones; draws nothing while there are none. */
export function LegsEntry() {
  const t = useText(handoverLegText);
  const tUi = useText(uiText);
  const { data, problem } = useRead(listHandoverLegs, { query: {} }, { everySeconds: 30 });
  // what did not come is not nothing
  if (data === undefined && problem) {
    return <WayCard icon="swap" title={t('entry')} note={tUi('not-read')} page={legsPage} />;
  }
  if (data === undefined || data.items.length === 0) return null;
  const deciding = data.items.filter(({ state }) => toDecide.includes(state)).length;
  return (
    <WayCard
      icon="swap"
      tone={deciding > 0 ? 'amber' : 'info'}
      title={t('entry')}
      note={t('entry-note', { open: data.items.length, deciding })}
      page={legsPage}
    />
  );
}
