import type { PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { useText } from '@/text';
import { pickupSlotText } from '@/text/pickup-slot';
import { Rows, Words } from '@/ui';
import { useSlotTold } from './slot-card';
import { useTurnWords } from './slot-words';

/** On the home page: the number where a bag stands, and when and where it is fetched. */
export function TurnLine({ slot }: { readonly slot: PickupSlotView }) {
  const t = useText(pickupSlotText);
  const turnWords = useTurnWords();
  const { title } = useSlotTold(slot);
  if (slot.state !== 'RESERVED' && slot.state !== 'CALLED') return null;
  return (
    <Rows gap={1}>
      {title !== undefined && (
        <Words size={5} strong tone="amber" block>
          {title}
        </Words>
      )}
      <Words size={5} strong block>
        {t('when-where', { time: turnWords(slot), place: slot.place })}
      </Words>
    </Rows>
  );
}
