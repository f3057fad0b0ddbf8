import { type PickupSlotView, pickupSlotActions } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { useState } from 'react';
import { type Act, useAct } from '@/api';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Button, Card, Line } from '@/ui';
import { CallHere } from './call-here';
import { HandOutSheet } from './hand-out-sheet';
import { TurnFacts } from './turn-facts';

type PlaceRowProps = {
  readonly slot: PickupSlotView;
  /** A free number for a bag that is still to come. */
  readonly suggested?: number | undefined;
};

/** One bag at a pick-up place: its number and code, when it is fetched, and what may be done with it. */
export function PlaceRow({ slot, suggested }: PlaceRowProps) {
  const doing = useAct(slot.id);
  return (
    <Card tone={slot.state === 'MISSED' ? 'amber' : 'plain'}>
      <TurnFacts slot={slot} />
      <PlaceActs slot={slot} doing={doing} suggested={suggested} />
    </Card>
  );
}

type PlaceActsProps = PlaceRowProps & { readonly doing: Act; readonly isFolded?: boolean };

/** Give it to whoever came, put it down and call, nobody came: what those at the place do. */
export function PlaceActs({ slot, doing, suggested, isFolded }: PlaceActsProps) {
  const t = useText(pickupPlaceText);
  const [isGiving, setGiving] = useState(false);
  const can = (action: string) => slot.actions.includes(action);
  const close = () => setGiving(false);
  return (
    <>
      <CallHere slot={slot} doing={doing} suggested={suggested} isFolded={isFolded} />
      {can('pickUp') && <Button icon="check" label={t('give-it')} onPress={() => setGiving(true)} />}
      {can('miss') && (
        <Line>
          <Button look="link" label={t('nobody-came')} onPress={() => void doing.act(pickupSlotActions.miss, {})} />
        </Line>
      )}
      {isGiving && <HandOutSheet slot={slot} doing={doing} onClose={close} />}
    </>
  );
}
