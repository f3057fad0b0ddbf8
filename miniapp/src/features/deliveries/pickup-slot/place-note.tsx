import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Card, Heading, Words } from '@/ui';
import { isFetched } from './fetched';
import { useTurnWords } from './slot-words';
import { useSlotOf } from './use-slots';

/** Before setting out: that nobody goes to the door, and where the bag goes instead. Draws nothing for other doors. */
export function PlaceNote({ view }: { readonly view: DeliveryView }) {
  return isFetched(view) ? <ToPlace delivery={view.id} /> : null;
}

function ToPlace({ delivery }: { readonly delivery: string }) {
  const t = useText(pickupPlaceText);
  const turnWords = useTurnWords();
  const { slot } = useSlotOf(delivery);
  return (
    <Card tone="info">
      <Words size={5} strong block>
        {t('to-place')}
      </Words>
      <Words block>{t('to-place-hint')}</Words>
      {slot && (
        <>
          <Heading size={3}>{slot.place}</Heading>
          <Words block>{t('comes', { time: turnWords(slot) })}</Words>
        </>
      )}
    </Card>
  );
}
