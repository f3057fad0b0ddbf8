import { listPickupSlots } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { useRead } from '@/api';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { uiText } from '@/text/ui';
import { WayCard } from '@/ui';

const open: readonly string[] = ['RESERVED', 'CALLED', 'MISSED'];

const placesPage = '/packages/grid/places/index';

/** The way to the pick-up places; draws nothing while nobody has a turn. */
export function PlacesEntry() {
  const t = useText(pickupPlaceText);
  const tUi = useText(uiText);
  const { data, problem } = useRead(listPickupSlots, { query: { limit: 100 } }, { everySeconds: 30 });
  // what did not come is not nothing
  if (data === undefined && problem) {
    return <WayCard icon="map-pin" title={t('list-entry')} note={tUi('not-read')} page={placesPage} />;
  }
  const turns = (data?.items ?? []).filter(({ state }) => open.includes(state));
  if (turns.length === 0) return null;
  const missed = turns.filter(({ state }) => state === 'MISSED').length;
  const note =
    missed > 0 ? t('list-entry-note', { open: turns.length, missed }) : t('list-entry-plain', { open: turns.length });
  return (
    <WayCard
      icon="map-pin"
      tone={missed > 0 ? 'amber' : 'info'}
      title={t('list-entry')}
      note={note}
      page={placesPage}
    />
  );
}
