import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { takeOver } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Button, Card, EmptyState, Heading, Icon, ListRow, useTimeWords, Words } from '@/ui';
import { isLate } from '../shown-state';
import { openDutyHome } from './doors';
import { GoodsCard } from './goods-card';
import { may } from './marks';
import { BagCount } from './start-step';
import { StepFrame, StepNote, type StepProps } from './step-frame';

/**
 * Bags change hands by count: whoever gives has counted, whoever takes counts without being told the other figure
 * (handbook 2.1). What was paid in advance stays owed to whoever paid.
 */
export function HandoverStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const [bags, setBags] = useState(0);
  const isMine = view.carrier?.self === true;
  const mayTake = may(view, 'takeOver') && !isMine;
  const take = () => void doing.act(takeOver, { bags });
  // nobody comes for what still lies on this phone
  const isUnsent = doing.state !== 'idle' && doing.state !== 'sent';
  const waits = isUnsent ? 'handover-unsent' : isLate(view) ? 'handover-grid' : 'handover-waiting';
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={
        mayTake && (
          <Button
            look="main"
            label={t('act-takeOver', { bags })}
            disabledReason={bags === 0 ? t('count-first') : undefined}
            onPress={take}
          />
        )
      }
    >
      {isMine ? (
        <StepNote tone="amber" words={t(waits, { code: view.code, bags: view.bags ?? 1 })} />
      ) : (
        <StepNote words={t('handover-take', { code: view.code })} />
      )}
      {mayTake && <BagCount bags={bags} least={0} onChange={setBags} />}
      <TwoTicks view={view} isMine={isMine} />
      {isMine && view.money !== undefined && view.money.owedFen > 0 && (
        <StepNote tone="leaf" words={t('handover-owed')} />
      )}
      <GoodsCard view={view} />
    </StepFrame>
  );
}

/** Both counts, each with who gave it; the second is open until somebody takes the bags. */
function TwoTicks({ view, isMine }: { readonly view: DeliveryView; readonly isMine: boolean }) {
  const t = useText(carryingText);
  const timeWords = useTimeWords();
  const asked = view.timeline.filter(({ action }) => action === 'askHandover').pop();
  const given = isMine && view.bags !== undefined ? t('bags-count', { count: view.bags }) : t('tick-counted');
  const when = asked === undefined ? '' : timeWords(new Date(asked.at));
  return (
    <Card>
      <Heading size={5}>{t('tick-title')}</Heading>
      <ListRow title={t('tick-giver')} note={[given, when].filter(Boolean).join(' · ')} lead={<Icon name="check" />} />
      <ListRow title={t('tick-taker')} note={t('tick-open')} lead={<Icon name="clock" />} last />
      <Words tone="quiet">{t('tick-hint')}</Words>
    </Card>
  );
}

/** Somebody else has the bags: whoever gave them, or came for them a moment too late, need do no more. */
export function PassedOnStep({ view, doing }: StepProps) {
  const t = useText(carryingText);
  const home = <Button look="main" label={t('to-home')} onPress={() => openDutyHome(view)} />;
  return (
    <StepFrame view={view} doing={doing} main={home}>
      <EmptyState title={t('passed-on')} hint={t('passed-on-hint')} picture="quiet" />
    </StepFrame>
  );
}

/** After the bags have changed hands. */
const givenAway: readonly string[] = ['IN_TRANSIT', 'READY_FOR_PICKUP', 'ADDRESS_QUERY', 'FAILED_DELIVERY', 'DROPPED'];
/** Whoever carried it to the end still sees what is to be paid for it. */
const toBePaid: readonly string[] = ['CONFIRMED', 'UNPAID'];

/** Whether it went on with somebody else: of the own one the server tells carrier, home or money, or what to do. Pure. */
export function isPassedOn(view: StepProps['view']): boolean {
  const { state, carrier, household, money, payMode, actions } = view;
  if ((carrier ?? household ?? money) !== undefined || actions.length > 0) return false;
  return givenAway.includes(state) || (toBePaid.includes(state) && payMode !== 'FREE');
}
