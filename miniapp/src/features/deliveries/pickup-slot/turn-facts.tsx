import type { PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { type Reader, useText, wordOr } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Heading, type IconName, Line, StatusChip, type Tone, Words } from '@/ui';
import { clock, useTurnWords } from './slot-words';

type Look = { readonly icon: IconName; readonly tone: Tone };

const looks: Readonly<Record<string, Look>> = {
  RESERVED: { icon: 'clock', tone: 'info' },
  STILL_THERE: { icon: 'clock', tone: 'info' },
  CALLED: { icon: 'bell', tone: 'leaf' },
  MISSED: { icon: 'warning', tone: 'amber' },
  PICKED_UP: { icon: 'check', tone: 'leaf' },
  TO_DOOR: { icon: 'door', tone: 'info' },
  CANCELLED: { icon: 'cross', tone: 'plain' },
};

/** Number, code, time and state of a turn, as those at the place and the grid see it; whose it is, nobody does. */
export function TurnFacts({ slot }: { readonly slot: PickupSlotView }) {
  const t = useText(pickupPlaceText);
  const turnWords = useTurnWords();
  const { state, bagThere, number, code, missed, until } = slot;
  const shown = state === 'RESERVED' && bagThere ? 'STILL_THERE' : state;
  const waits = state === 'CALLED' && bagThere;
  return (
    <>
      <Line apart>
        <Heading size={2}>{number !== undefined && bagThere ? t('number', { number }) : code}</Heading>
        <StatusChip {...(looks[shown] ?? { icon: 'clock', tone: 'info' })} label={stateLabel(t, shown)} />
      </Line>
      {number !== undefined && bagThere && (
        <Words size={5} strong block>
          {t('code', { code })}
        </Words>
      )}
      <Words block>
        {turnWords(slot)}
        {waits ? ` · ${t('waits-until', { until: clock(until) })}` : ''}
      </Words>
      {missed > 0 && <Words tone="amber">{t('missed-times', { count: missed })}</Words>}
    </>
  );
}

/** The words for a state; a newer one still says that something changed. */
function stateLabel(t: Reader<typeof pickupPlaceText.zh>, state: string): string {
  return wordOr(t, pickupPlaceText, `state-${state}`, 'state-other');
}
