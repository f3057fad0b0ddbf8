import { deliveryActions as actions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type { PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Button, Card, Heading, Words } from '@/ui';
import { openDutyHome } from '../carrying/doors';
import { may } from '../carrying/marks';
import { StepFrame, type StepProps } from '../carrying/step-frame';
import { clock, useTurnWords } from './slot-words';
import { useSlotOf } from './use-slots';

/** On its numbered place: whether the household was called and when it comes; the carrier need not wait. */
export function AtPlaceStep({ view, doing }: StepProps) {
  const t = useText(pickupPlaceText);
  const { slot } = useSlotOf(view.id);
  const toldNow = useToldCarrier(slot);
  // nobody is called by what still lies on this phone
  const isUnsent = doing.state === 'offline' || doing.state === 'waiting' || doing.state === 'refused';
  const told = isUnsent ? t('called-unsent') : toldNow;
  const number = numberOf(view.place) ?? slot?.number;
  const fetched = () => void doing.act(actions.pickedUp, {});
  const door = () => void doing.act(actions.toDoor, {});
  const on = t(view.run === undefined ? 'to-home' : 'next-one');
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={<Button look="main" label={on} onPress={() => openDutyHome(view)} />}
      quiet={
        <>
          {may(view, 'pickedUp') && <Button icon="check" label={t('he-took')} onPress={fetched} />}
          {may(view, 'toDoor') && <Button icon="door" label={t('bring-up')} onPress={door} />}
        </>
      }
    >
      <Card tone={isUnsent || slot?.state === 'MISSED' ? 'amber' : 'leaf'}>
        <Heading size={2}>{number === undefined ? t('on-place') : t('on-number', { number })}</Heading>
        <Words size={5} block reads={{ live: 'polite' }}>
          {told}
        </Words>
      </Card>
    </StepFrame>
  );
}

/** What stands there is written by hand; only a number is one. */
export const numberOf = (place: string | undefined): number | undefined =>
  place !== undefined && /^\d{1,2}$/.test(place) ? Number(place) : undefined;

function useToldCarrier(slot: PickupSlotView | undefined): string {
  const t = useText(pickupPlaceText);
  const turnWords = useTurnWords();
  if (slot?.state === 'CALLED') return t('called', { time: turnWords(slot), until: clock(slot.until) });
  if (slot?.state === 'MISSED') return t('not-come');
  if (slot?.state === 'RESERVED' && slot.bagThere) return t('comes-again', { time: turnWords(slot) });
  return slot?.state === 'PICKED_UP' ? t('fetched') : t('called-soon');
}
