import { deliveryActions as actions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useEffect, useState } from 'react';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, Card, EmptyState, formatFen, Heading, StatusChip, Words } from '@/ui';
import { DoorCard } from './door-card';
import { openDutyHome } from './doors';
import { GoodsCard } from './goods-card';
import { may } from './marks';
import { BagCount, LeaveButtons } from './start-step';
import { StepFrame, StepNote, type StepProps, useStateWords } from './step-frame';
import { TroubleButton } from './trouble-button';

/** The household wants to stop while somebody is shopping: paid yet? Two buttons, nothing else. */
export function CancelStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={<Button look="main" label={t('cancel-notPaid')} onPress={() => void doing.act(actions.notPaid, {})} />}
      quiet={<Button label={t('cancel-paid')} onPress={() => void doing.act(actions.paid, {})} />}
    >
      <Card tone="amber">
        <Heading size={4}>{t('cancel-title')}</Heading>
        <Words>{t('cancel-hint')}</Words>
      </Card>
      <GoodsCard view={view} />
    </StepFrame>
  );
}

/** The grid worker was asked about the door; nobody there is still possible. */
export function AddressStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  return (
    <StepFrame view={view} doing={doing} main={<TroubleButton view={view} doing={doing} />}>
      <StepNote tone="amber" words={t('query-waiting')} />
      <DoorCard view={view} />
    </StepFrame>
  );
}

/** Not delivered: again, or back to the shop. */
export function FailedStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const again = () => void doing.act(actions.retryDelivery, {});
  const back = () => void doing.act(actions.returnGoods, { reason: { code: 'NOBODY_ANSWERS' } });
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={may(view, 'retryDelivery') && <Button look="main" label={t('act-retryDelivery')} onPress={again} />}
      quiet={may(view, 'returnGoods') && <Button label={t('return-goods')} onPress={back} />}
    >
      <StepNote tone="amber" words={t('fail-waiting-for')} />
      <DoorCard view={view} />
    </StepFrame>
  );
}

/** Put down: two minutes to take it back, before the household is told. */
export function DroppedStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const canUndo = useIsBefore(view.undoUntil) && may(view, 'undoDrop');
  const undo = () => void doing.act(actions.undoDrop, {});
  // nobody is told of what still lies on this phone
  const isUnsent = doing.state !== 'idle' && doing.state !== 'sent';
  const told = isUnsent ? 'dropped-unsent' : canUndo ? 'dropped-soon' : 'dropped-hint';
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={<Button look="main" label={t('next-door')} onPress={() => openDutyHome(view)} />}
      quiet={canUndo && <Button icon="undo" label={t('undo')} onPress={undo} />}
      note={canUndo && <Words>{t('undo-hint')}</Words>}
    >
      <StepNote tone={isUnsent ? 'amber' : 'leaf'} words={t(told)} />
      {view.dropPhoto !== undefined && <StatusChip icon="image" tone="leaf" label={t('photo-kept')} />}
      {canUndo && <DoorCard view={view} />}
    </StepFrame>
  );
}

/** Whether a moment still lies ahead; changes by itself when it passes. */
function useIsBefore(instant: string | undefined): boolean {
  const [now, setNow] = useState(Date.now);
  const until = instant === undefined ? 0 : Date.parse(instant);
  useEffect(() => {
    if (until <= Date.now()) return;
    const timer = setTimeout(() => setNow(Date.now()), until - Date.now() + 50);
    return () => clearTimeout(timer);
  }, [until]);
  return Math.max(now, 0) < until && Date.now() < until;
}

/** Taken from the door to the bin: counted again at the end. */
export function DisposeStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const [bags, setBags] = useState(view.bags ?? 1);
  const done = () => void doing.act(actions.dispose, { bags });
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={<Button look="main" label={t('act-dispose', { bags })} onPress={done} />}
    >
      <BagCount bags={bags} onChange={setBags} />
    </StepFrame>
  );
}

/** An errand under way. */
export function ErrandStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const done = () => void doing.act(actions.finishErrand, {});
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={may(view, 'finishErrand') && <Button look="main" label={t('act-finishErrand')} onPress={done} />}
      quiet={<LeaveButtons view={view} doing={doing} />}
    >
      {view.words !== undefined && <StepNote words={view.words} />}
      <DoorCard view={view} />
    </StepFrame>
  );
}

/** The household has it; what is left is the money. */
export function MoneyStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const { money } = view;
  const mine = money?.owedTo === 'CARRIER';
  const received = () => void doing.act(actions.tickReceived, {});
  const owed = money && money.owedFen > 0 ? formatFen(money.owedFen) : undefined;
  const tick = may(view, 'tickReceived') && mine && !money?.receivedTick && (
    <Button look="main" icon="yuan" label={t('act-tickReceived')} onPress={received} />
  );
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={tick || <Button look="main" label={t('to-home')} onPress={() => openDutyHome(view)} />}
      note={tick ? <Words>{t('money-why')}</Words> : undefined}
    >
      <Card tone={owed === undefined ? 'leaf' : 'amber'}>
        <Heading size={3}>
          {owed === undefined ? t('money-none') : t(mine ? 'money-owed' : 'money-to-other', { money: owed })}
        </Heading>
        {money?.paidTick && <Words>{t('money-paid-tick')}</Words>}
      </Card>
      <GoodsCard view={view} />
    </StepFrame>
  );
}

const doneStates: readonly string[] = ['SETTLED', 'CLOSED'];

/** No longer in these hands: said plainly, with the way back. */
export function GoneStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const words = useStateWords();
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={<Button look="main" label={t('to-home')} onPress={() => openDutyHome(view)} />}
    >
      <EmptyState
        title={words(view.state)}
        hint={t(doneStates.includes(view.state) ? 'done-hint' : 'other-hint')}
        picture="quiet"
      />
    </StepFrame>
  );
}
