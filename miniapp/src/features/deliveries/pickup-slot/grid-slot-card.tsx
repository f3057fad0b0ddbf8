import { type PickupSlotView, pickupSlotActions } from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { useState } from 'react';
import { type Act, useAct } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { pickupPlaceText } from '@/text/pickup-place';
import { Button, Card, Rows, Sheet, Tiles, Words } from '@/ui';
import { ChooseTimeSheet } from './choose-time-sheet';
import { PlaceActs } from './place-row';
import { SlotSending } from './slot-sending';
import { TurnFacts } from './turn-facts';

const { changeTime, reserveAgain, toDoor, cancel } = pickupSlotActions;

/** What the grid vouches for by a reason; everybody else comes, or has missed it twice (handbook 2.1c). */
const doorReasons = ['AT_DOOR_ELDER', 'AT_DOOR_DISABLED', 'AT_DOOR_QUARANTINE'] as const;
const cancelReasons = ['HOUSEHOLD_ASKED', 'MISTAKE'] as const;

type GridSlotProps = {
  readonly slot: PickupSlotView;
  /** On the page of the request itself there is no way to it. */
  readonly isAtDesk?: boolean;
};

/** One turn as the grid sees it: bag, time and state, and what the grid may do about it. */
export function GridSlotCard({ slot, isAtDesk = false }: GridSlotProps) {
  const t = useText(pickupPlaceText);
  const doing = useAct(slot.id);
  const open = () => void openPage('/packages/grid/delivery/index', { id: slot.delivery });
  return (
    <Card tone={slot.state === 'MISSED' ? 'amber' : 'plain'}>
      <TurnFacts slot={slot} />
      <GridActs slot={slot} doing={doing} />
      {!isAtDesk && <Button look="link" label={t('see-request')} onPress={open} />}
    </Card>
  );
}

type ActsProps = { readonly slot: PickupSlotView; readonly doing: Act };
type Asked = 'time' | 'door' | 'cancel';

function GridActs({ slot, doing }: ActsProps) {
  const t = useText(pickupPlaceText);
  const [asked, setAsked] = useState<Asked>();
  const can = (action: string) => slot.actions.includes(action);
  const close = () => setAsked(undefined);
  const take = (at: string) => {
    close();
    void doing.act(slot.state === 'MISSED' ? reserveAgain : changeTime, { at });
  };
  const isChoice = doing.refused?.command.name !== pickupSlotActions.call.name && doing.refused !== undefined;
  return (
    <>
      {isChoice && <SlotSending slot={slot} doing={doing} onChoose={() => setAsked('time')} onTake={take} />}
      {!isChoice && <PlaceActs slot={slot} doing={doing} isFolded />}
      <Tiles>
        {can('reserveAgain') && <Button icon="calendar" label={t('again-time')} onPress={() => setAsked('time')} />}
        {can('changeTime') && <Button icon="clock" label={t('other-time')} onPress={() => setAsked('time')} />}
        {can('toDoor') && <Button icon="door" label={t('to-door')} onPress={() => setAsked('door')} />}
        {can('cancel') && <Button icon="cross" label={t('give-back-time')} onPress={() => setAsked('cancel')} />}
      </Tiles>
      {asked === 'time' && <ChooseTimeSheet delivery={slot.delivery} onClose={close} onChoose={take} />}
      <Reasons asked={asked} doing={doing} onClose={close} />
    </>
  );
}

type ReasonsProps = { readonly asked: Asked | undefined; readonly doing: Act; readonly onClose: () => void };

/** One tap on the reason does it. */
function Reasons({ asked, doing, onClose }: ReasonsProps) {
  const t = useText(pickupPlaceText);
  const choose = (endpoint: typeof toDoor | typeof cancel, code: string) => {
    onClose();
    void doing.act(endpoint, { reason: { code } });
  };
  return (
    <>
      <Sheet title={t('why-door')} open={asked === 'door'} onClose={onClose}>
        <Rows gap={2}>
          {doorReasons.map((code) => (
            <Button key={code} label={t(code)} onPress={() => choose(toDoor, code)} />
          ))}
          <Words tone="quiet">{t('door-note')}</Words>
        </Rows>
      </Sheet>
      <Sheet title={t('why-give-back')} open={asked === 'cancel'} onClose={onClose}>
        <Rows gap={2}>
          {cancelReasons.map((code) => (
            <Button key={code} label={t(`why-${code}`)} onPress={() => choose(cancel, code)} />
          ))}
        </Rows>
      </Sheet>
    </>
  );
}
