import { deliveryActions as actions } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { useState } from 'react';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, Card, Heading, Line, Stepper, Words } from '@/ui';
import { TakeCard } from '../custody/carrier-card';
import { isAtEdge } from '../handover-leg/edge';
import { PointNote } from '../handover-leg/point-note';
import { isFetched } from '../pickup-slot/fetched';
import { PlaceNote } from '../pickup-slot/place-note';
import { DoorCard } from './door-card';
import { GoodsCard } from './goods-card';
import { may } from './marks';
import { ReasonSheet } from './reason-sheet';
import { StepFrame, StepNote, type StepProps } from './step-frame';

type BagCountProps = {
  readonly bags: number;
  /** Zero where nothing has been counted yet and a guess must not stand there. */
  readonly least?: 0 | 1;
  readonly onChange: (bags: number) => void;
};

/** How many bags, by plus and minus. */
export function BagCount({ bags, least = 1, onChange }: BagCountProps) {
  const t = useText(carryingText);
  return (
    <Card>
      <Line apart>
        <Heading size={5}>{t('count-bags')}</Heading>
        <Stepper name={t('bag-name')} unit={t('bag-unit')} value={bags} min={least} max={40} onChange={onChange} />
      </Line>
    </Card>
  );
}

const openers = {
  startShopping: 'step-accepted-shop',
  collect: 'step-accepted-fetch',
  collectAtDoor: 'step-accepted-waste',
  begin: 'step-accepted-errand',
} as const;
type Opener = keyof typeof openers;

/** Taken, not begun: where to go and the one button that begins it. By kind: shop, fetch, waste, errand. */
export function StartStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const [bags, setBags] = useState(1);
  const opener = (Object.keys(openers) as Opener[]).find((action) => may(view, action));
  // a card is fetched at the door before anything is bought
  const fetchesCard = view.repeatPrescription === true && view.custody === undefined;
  const counts = opener === 'collect' || opener === 'collectAtDoor';
  const begin = () => {
    if (opener === 'collect' || opener === 'collectAtDoor') return void doing.act(actions[opener], { bags });
    if (opener) void doing.act(actions[opener], {});
  };
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={opener && <Button look="main" label={t(`act-${opener}`, { bags })} onPress={begin} />}
      quiet={<LeaveButtons view={view} doing={doing} />}
    >
      <TakeCard view={view} doing={doing} />
      <PointNote view={view} />
      <PlaceNote view={view} />
      {opener && <StepNote words={t(openers[opener], { shop: view.shop?.name ?? t('the-shop') })} />}
      {view.words !== undefined && (
        <Card>
          <Words tone="quiet">{t('errand-words')}</Words>
          <Words size={5}>{view.words}</Words>
        </Card>
      )}
      {counts && <BagCount bags={bags} onChange={setBags} />}
      {(opener !== 'startShopping' || fetchesCard) && !isAtEdge(view) && !isFetched(view) && <DoorCard view={view} />}
      <GoodsCard view={view} />
    </StepFrame>
  );
}

/** The ways out before anything is paid: not possible, or not for me. */
export function LeaveButtons({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const [open, setOpen] = useState<'giveBack' | 'nothingBought'>();
  const close = () => setOpen(undefined);
  const isShopped = deliveryLifecycle.actions.startShopping.variants?.includes(view.kind) === true;
  const noneTitle = isShopped ? 'nothing-title' : 'not-done-title';
  return (
    <>
      {may(view, 'nothingBought') && (
        <Button label={t(isShopped ? 'nothing' : 'not-done')} onPress={() => setOpen('nothingBought')} />
      )}
      {may(view, 'giveBack') && <Button label={t('trouble-giveBack')} onPress={() => setOpen('giveBack')} />}
      <ReasonSheet
        title={t(open === 'nothingBought' ? noneTitle : 'give-back-title')}
        action={open === 'nothingBought' && !isShopped ? 'notDone' : (open ?? 'giveBack')}
        open={open !== undefined}
        onClose={close}
        onChoose={(reason) => open && void doing.act(actions[open], { reason })}
      />
    </>
  );
}
