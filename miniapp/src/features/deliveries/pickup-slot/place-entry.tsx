import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Card, Icon, ListRow, useMarks } from '@/ui';
import { usePlaceSlots } from './use-slots';

/** On the duty page: the way to the pick-up place of the own grid; draws nothing while no bag is expected there. */
export function PlaceEntry({ grid }: { readonly grid: AreaId }) {
  const marks = useMarks();
  const t = useText(pickupPlaceText);
  const { data } = usePlaceSlots(grid);
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  const there = items.filter(({ bagThere }) => bagThere).length;
  const coming = items.length - there;
  const place = marks.list([...new Set(items.map((slot) => slot.place))]);
  return (
    <Card tone={there > 0 ? 'amber' : 'info'}>
      <ListRow
        title={`${t('title')} · ${place}`}
        note={there > 0 ? t('entry-note', { there, coming }) : t('entry-none-there', { coming })}
        lead={<Icon name="map-pin" />}
        onPress={() => void openPage('/packages/volunteer/place/index')}
        last
      />
    </Card>
  );
}
