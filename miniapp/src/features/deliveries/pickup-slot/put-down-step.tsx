import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { placeForPickup } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type { PickupSlotView } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { useState } from 'react';
import { toast, vibrate } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { pickupPlaceText } from '@/text/pickup-place';
import { Button, Card, Heading, Line, Stepper, Words } from '@/ui';
import { GoodsCard } from '../carrying/goods-card';
import { may } from '../carrying/marks';
import { StepFrame, type StepProps } from '../carrying/step-frame';
import { TroubleButton } from '../carrying/trouble-button';
import { useTurnWords } from './slot-words';
import { useSlotOf } from './use-slots';

/** Where people fetch: onto a numbered place instead of to the door, and the household is called (handbook 2.1c). */
export function PutDownStep({ view, doing }: StepProps) {
  const t = useText(pickupPlaceText);
  const tCarry = useText(carryingText);
  const { slot } = useSlotOf(view.id);
  const [chosen, setChosen] = useState<number>();
  const number = chosen ?? slot?.freeNumber ?? 1;
  const put = async () => {
    vibrate();
    // what was put down is a fact and is never refused: the turn is called from it
    const { kept } = await doing.act(placeForPickup, { place: String(number) });
    if (!kept) toast(tCarry('not-kept'));
  };
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={
        may(view, 'placeForPickup') && (
          <Button look="main" icon="map-pin" label={t('put-down', { number })} onPress={() => void put()} />
        )
      }
      quiet={<TroubleButton view={view} doing={doing} />}
    >
      <WhereCard view={view} slot={slot} />
      <Card>
        <NumberStepper number={number} slot={slot} onChange={setChosen} />
      </Card>
      <Words tone="quiet" block>
        {t('put-how')}
      </Words>
      <GoodsCard view={view} />
    </StepFrame>
  );
}

type WhereProps = { readonly view: DeliveryView; readonly slot: PickupSlotView | undefined };

function WhereCard({ view, slot }: WhereProps) {
  const t = useText(pickupPlaceText);
  const tCarry = useText(carryingText);
  const turnWords = useTurnWords();
  return (
    <Card tone="info">
      <Words tone="quiet">{t('go-to')}</Words>
      <Heading size={2}>{slot?.place ?? t('place-unknown')}</Heading>
      <Line apart>
        <Words size={4} strong>
          {t('code', { code: view.code })}
        </Words>
        {view.bags !== undefined && <Words size={5}>{tCarry('bags-count', { count: view.bags })}</Words>}
      </Line>
      <Words block>{slot?.state === 'RESERVED' ? t('comes', { time: turnWords(slot) }) : t('comes-later')}</Words>
    </Card>
  );
}

type NumberProps = {
  readonly number: number;
  readonly slot: Pick<PickupSlotView, 'numbers'> | undefined;
  readonly onChange: (number: number) => void;
};

/** Where the server does not say how many numbers a place has. */
const mostNumbers = 99;

/** Which number the bag stands on, by plus and minus from one that is free. */
export function NumberStepper({ number, slot, onChange }: NumberProps) {
  const t = useText(pickupPlaceText);
  return (
    <Line apart>
      <Heading size={5}>{t('where-number')}</Heading>
      <Stepper
        name={t('number-name')}
        unit={t('number-unit')}
        value={number}
        min={1}
        max={slot?.numbers ?? mostNumbers}
        onChange={onChange}
      />
    </Line>
  );
}
