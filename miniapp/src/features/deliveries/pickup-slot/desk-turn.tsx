import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Button, Card, Heading, Words } from '@/ui';
import { ChooseTimeSheet } from './choose-time-sheet';
import { mayHaveTurn } from './fetched';
import { GridSlotCard } from './grid-slot-card';
import { SlotSending } from './slot-sending';
import { useSlotOf } from './use-slots';

type DeskTurnProps = { readonly view: DeliveryView; readonly doing: Act };

/** At the desk: the turn of a request that is fetched, or the way to set one for a home without a phone. */
export function DeskTurn({ view, doing }: DeskTurnProps) {
  const t = useText(pickupPlaceText);
  const turn = useSlotOf(view.id, mayHaveTurn(view));
  const [isChoosing, setChoosing] = useState(false);
  const isRefused = doing.refused?.command.name === 'reservePickupSlot';
  const take = (at: string) => {
    setChoosing(false);
    turn.reserve(at);
  };
  const { slot, hasNone } = turn;
  if (slot !== undefined && slot.state !== 'CANCELLED') return <GridSlotCard slot={slot} isAtDesk />;
  if (!hasNone && slot === undefined) return null;
  return (
    <Card tone="info">
      <Heading size={5}>{t('no-time')}</Heading>
      <Words>{t('no-time-hint')}</Words>
      {isRefused ? (
        <SlotSending slot={slot} doing={doing} onChoose={() => setChoosing(true)} onTake={take} />
      ) : (
        <Button icon="calendar" label={t('set-time')} onPress={() => setChoosing(true)} />
      )}
      {isChoosing && <ChooseTimeSheet delivery={view.id} onClose={() => setChoosing(false)} onChoose={take} />}
    </Card>
  );
}
