import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import {
  type PickupSlotView,
  pickupSlotActions,
  pickupTimesOfDelivery,
} from '@grid-relief/shared-types/deliveries/pickup-slot.contract';
import { type ReactNode, useState } from 'react';
import { type Act, useProblemWords, useRead } from '@/api';
import { vibrate } from '@/platform';
import { useText } from '@/text';
import { pickupSlotText } from '@/text/pickup-slot';
import { Button, Card, Choice, Heading, Rows, Sheet, Skeleton, Words } from '@/ui';
import { ChooseTimeSheet } from './choose-time-sheet';
import { mayHaveTurn, waitsForTurn } from './fetched';
import { SlotCard } from './slot-card';
import { SlotSending } from './slot-sending';
import type { SlotInHand } from './use-slots';

const { changeTime, pickUp, reserveAgain, toDoor, cancel } = pickupSlotActions;

/** Takes a time: another one, one more after a missed one, or the first. */
function takeTime({ slot, doing, reserve }: SlotInHand, at: string): void {
  if (slot?.state === 'RESERVED') void doing.act(changeTime, { at });
  else if (slot?.state === 'MISSED') void doing.act(reserveAgain, { at });
  else reserve(at);
}

type TurnPartProps = {
  readonly view: DeliveryView;
  readonly turn: SlotInHand;
  /** Acts on the request itself: the choice of a first time is one. */
  readonly act: Act;
  readonly isChoosing: boolean;
  readonly onChoosing: (isChoosing: boolean) => void;
};

/** On the household's page of a request that it fetches: its turn, and what it may do about it. */
export function TurnPart({ view, turn, act, isChoosing, onChoosing }: TurnPartProps) {
  const take = (at: string) => {
    onChoosing(false);
    takeTime(turn, at);
  };
  if (waitsForTurn(view)) return <ToPlace />;
  if (!mayHaveTurn(view)) return null;
  const { slot } = turn;
  const refusedFirst = act.refused?.command.name === 'reservePickupSlot';
  return (
    <>
      <SlotSending
        slot={slot}
        doing={refusedFirst ? act : turn.doing}
        onChoose={() => onChoosing(true)}
        onTake={take}
      />
      {slot === undefined ? (
        <NoTurn view={view} turn={turn} onChoose={() => onChoosing(true)} />
      ) : (
        <SlotCard slot={slot}>
          <TurnActions slot={slot} doing={turn.doing} onChoose={() => onChoosing(true)} />
          {slot.state === 'CANCELLED' && <ChooseFirst delivery={view.id} onChoose={() => onChoosing(true)} />}
        </SlotCard>
      )}
      {isChoosing && <ChooseTimeSheet delivery={view.id} onClose={() => onChoosing(false)} onChoose={take} />}
    </>
  );
}

type NoTurnProps = { readonly view: DeliveryView; readonly turn: SlotInHand; readonly onChoose: () => void };

function NoTurn({ view, turn: { problem, isLoading, refresh, hasNone }, onChoose }: NoTurnProps) {
  const t = useText(pickupSlotText);
  const problemWords = useProblemWords();
  if (isLoading) return <Skeleton rows={1} height={320} />;
  return (
    <ToPlace>
      {problem && <Words tone="amber">{problemWords(problem)}</Words>}
      {problem && <Button icon="refresh" label={t('try-again')} onPress={refresh} />}
      {hasNone && <ChooseFirst delivery={view.id} onChoose={onChoose} />}
    </ToPlace>
  );
}

/** Before there is a time: that it is fetched, when the time comes, and who is brought it instead. */
function ToPlace({ children }: { readonly children?: ReactNode }) {
  const t = useText(pickupSlotText);
  return (
    <Card tone="info">
      <Heading size={4}>{t('not-yet')}</Heading>
      <Words size={5} block>
        {t('not-yet-next')}
      </Words>
      {children}
      <Words tone="quiet">{t('door-rule')}</Words>
    </Card>
  );
}

/** A time may be chosen before one is given; drawn only when the server has free ones. */
function ChooseFirst({ delivery, onChoose }: { readonly delivery: string; readonly onChoose: () => void }) {
  const t = useText(pickupSlotText);
  const { data } = useRead(pickupTimesOfDelivery, { params: { id: delivery }, query: {} });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <>
      <Words block>{t('not-yet-choose')}</Words>
      <Button icon="calendar" label={t('choose')} onPress={onChoose} />
    </>
  );
}

/** What a household does next with its turn, if it is one main thing; the server says what is possible. */
export function turnMainOf({ state, actions }: PickupSlotView): 'pickUp' | 'reserveAgain' | undefined {
  if (state === 'MISSED' && actions.includes('reserveAgain')) return 'reserveAgain';
  return actions.includes('pickUp') ? 'pickUp' : undefined;
}

type TurnMainProps = { readonly slot: PickupSlotView; readonly doing: Act; readonly onChoose: () => void };

/** The button at the bottom: fetched, or another time after a missed one. */
export function TurnMain({ slot, doing, onChoose }: TurnMainProps) {
  const t = useText(pickupSlotText);
  const main = turnMainOf(slot);
  if (main === undefined) return null;
  if (main === 'reserveAgain') return <Button look="main" icon="calendar" label={t('again')} onPress={onChoose} />;
  return <Button look="main" icon="check" label={t('picked-up')} onPress={() => fetched(doing)} />;
}

function fetched(doing: Act): void {
  vibrate();
  void doing.act(pickUp, {});
}

const reasons = ['BUSY', 'NOT_SURE', 'SOMEBODY_ELSE'] as const;

/** The quieter ones: fetched after all, another time, to the door, not needed. */
function TurnActions({ slot, doing, onChoose }: TurnMainProps) {
  const t = useText(pickupSlotText);
  const [isGivingUp, setGivingUp] = useState(false);
  const can = (action: string) => slot.actions.includes(action);
  const giveUp = (code: (typeof reasons)[number]) => {
    setGivingUp(false);
    void doing.act(cancel, { reason: { code } });
  };
  const isMain = (action: string) => turnMainOf(slot) === action;
  const isOpen = slot.state === 'RESERVED' || slot.state === 'MISSED';
  return (
    <Rows gap={2}>
      {can('pickUp') && !isMain('pickUp') && (
        <Button icon="check" label={t('picked-up')} onPress={() => fetched(doing)} />
      )}
      {can('changeTime') && <Button icon="clock" label={t('change')} onPress={onChoose} />}
      {can('toDoor') && <Button icon="door" label={t('ask-door')} onPress={() => void doing.act(toDoor, {})} />}
      {isOpen && !can('toDoor') && <Words tone="quiet">{t('door-rule')}</Words>}
      {can('cancel') && <Button look="link" icon="cross" label={t('give-up')} onPress={() => setGivingUp(true)} />}
      <Sheet title={t('give-up')} open={isGivingUp} onClose={() => setGivingUp(false)}>
        <Choice
          label={t('why-give-up')}
          inOne
          value={undefined}
          onChange={giveUp}
          options={reasons.map((value) => ({ value, label: t(`why-${value}`) }))}
        />
      </Sheet>
    </Rows>
  );
}
