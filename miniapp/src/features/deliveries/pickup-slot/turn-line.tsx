import { useText } from '@/text';
import { pickupSlotText } from '@/text/pickup-slot';
import { Rows, Words } from '@/ui';
import { useSlotTold } from './slot-card';
import { useTurnWords } from './slot-words';
import { useSlotOf } from './use-slots';

/** On the home page: the number, time and place of a request that is fetched; nothing while there is none. */
export function TurnLine({ delivery }: { readonly delivery: string }) {
  const { slot } = useSlotOf(delivery);
  return slot === undefined ? null : <Line slot={slot} />;
}

type LineProps = { readonly slot: Parameters<typeof useSlotTold>[0] };

function Line({ slot }: LineProps) {
  const t = useText(pickupSlotText);
  const turnWords = useTurnWords();
  const { title } = useSlotTold(slot);
  const isTimed = slot.state === 'RESERVED' || slot.state === 'CALLED';
  return (
    <Rows gap={1}>
      {title !== undefined && (
        <Words size={5} strong tone="amber" block>
          {slot.state === 'MISSED' ? t('missed-home') : title}
        </Words>
      )}
      {isTimed && (
        <Words size={5} strong block>
          {t('when-where', { time: turnWords(slot), place: slot.place })}
        </Words>
      )}
    </Rows>
  );
}
