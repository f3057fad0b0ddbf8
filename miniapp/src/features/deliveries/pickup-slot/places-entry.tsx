import { listPickupSlots } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Card, Icon, ListRow } from '@/ui';

const open: readonly string[] = ['RESERVED', 'CALLED', 'MISSED'];

/** Opens the list of turns at the pick-up places of the grid. */
export const openGridPlaces = (): void => void openPage('/packages/grid/places/index');

/** The way to the pick-up places; draws nothing while nobody has a turn. */
export function PlacesEntry() {
  const t = useText(pickupPlaceText);
  const { data } = useRead(listPickupSlots, { query: { limit: 100 } }, { everySeconds: 30 });
  const turns = (data?.items ?? []).filter(({ state }) => open.includes(state));
  if (turns.length === 0) return null;
  const missed = turns.filter(({ state }) => state === 'MISSED').length;
  return (
    <Card tone={missed > 0 ? 'amber' : 'info'}>
      <ListRow
        title={t('list-entry')}
        note={
          missed > 0
            ? t('list-entry-note', { open: turns.length, missed })
            : t('list-entry-plain', { open: turns.length })
        }
        lead={<Icon name="map-pin" />}
        onPress={openGridPlaces}
        last
      />
    </Card>
  );
}
