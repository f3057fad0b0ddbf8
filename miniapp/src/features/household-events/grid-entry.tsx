import { listHouseholdEvents } from '@grid-relief/shared-types/household-events/household-event.contract';
import { useRead } from '@/api';
import { useText } from '@/text';
import { homeEventsText } from '@/text/home-events';
import { WayCard } from '@/ui';

/** The way to homes in which something has happened; how many, and how many are late. */
export function HomeEventsEntry() {
  const t = useText(homeEventsText);
  const { data } = useRead(listHouseholdEvents, { query: {} }, { everySeconds: 30 });
  const rows = data?.items ?? [];
  const late = rows.filter(({ isLate }) => isLate).length;
  return (
    <WayCard
      icon="home"
      tone={late > 0 ? 'danger' : rows.length > 0 ? 'amber' : 'plain'}
      title={t('entry')}
      note={rows.length > 0 ? t('entry-open', { count: rows.length, late }) : t('entry-note')}
      page="/packages/grid/home-events/index"
    />
  );
}
