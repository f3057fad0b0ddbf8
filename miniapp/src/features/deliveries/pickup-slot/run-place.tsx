import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { placeForPickup } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { useState } from 'react';
import { useAct } from '@/api';
import { toast, vibrate } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { pickupPlaceText } from '@/text/pickup-place';
import { Button, Card, Heading, Line, Stepper, Words } from '@/ui';
import { openDelivery } from '../carrying/doors';
import { may } from '../carrying/marks';
import { isFetched } from './fetched';
import { numbersFor } from './free-numbers';
import { useTurnWords } from './slot-words';
import { UnsentNote } from './unsent-note';
import { useSlotOf } from './use-slots';

/** Bags of a run that its carrier still has to put on a number. */
export const bagsForPlace = ({ deliveries }: Pick<RunView, 'deliveries'>): readonly DeliveryView[] =>
  deliveries.filter((view) => isFetched(view) && may(view, 'placeForPickup'));

/** At the place with several bags: one row a bag, a free number for each, one press each, all kept without a network. */
export function RunPlace({ run }: { readonly run: RunView }) {
  const t = useText(pickupPlaceText);
  const bags = bagsForPlace(run);
  const { slot } = useSlotOf(bags[0]?.id ?? '', bags.length > 0);
  if (bags.length === 0) return null;
  const taken = run.deliveries.flatMap(({ place }) => (place === undefined ? [] : [Number(place)]));
  const numbers = numbersFor(bags.length, { free: slot?.freeNumber, taken });
  return (
    <>
      <Heading>{t('run-place', { place: slot?.place ?? '' })}</Heading>
      <Words tone="quiet">{t('run-place-hint')}</Words>
      {bags.map((view, index) => (
        <BagRow key={view.id} view={view} suggested={numbers[index] ?? 1} />
      ))}
    </>
  );
}

type BagRowProps = { readonly view: DeliveryView; readonly suggested: number };

function BagRow({ view, suggested }: BagRowProps) {
  const t = useText(pickupPlaceText);
  const tCarry = useText(carryingText);
  const turnWords = useTurnWords();
  const { slot } = useSlotOf(view.id);
  const doing = useAct(view.id);
  const [chosen, setChosen] = useState<number>();
  const number = chosen ?? suggested;
  const put = async () => {
    vibrate();
    const { kept } = await doing.act(placeForPickup, { place: String(number) });
    if (!kept) toast(tCarry('not-kept'));
  };
  return (
    <Card>
      <Line apart>
        <Heading size={2}>{view.code}</Heading>
        <Stepper
          name={t('number-name')}
          unit={t('number-unit')}
          value={number}
          min={1}
          max={slot?.numbers ?? 99}
          onChange={setChosen}
        />
      </Line>
      <Words block>{slot?.state === 'RESERVED' ? t('comes', { time: turnWords(slot) }) : t('comes-later')}</Words>
      <UnsentNote of={doing} />
      <Button icon="map-pin" label={t('put-down-short', { number })} onPress={() => void put()} />
      <Button look="link" label={tCarry('details')} onPress={() => openDelivery(view.id)} />
    </Card>
  );
}
