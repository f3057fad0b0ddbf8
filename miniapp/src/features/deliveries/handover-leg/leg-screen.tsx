import type { HandoverLegView } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import type { ReactNode } from 'react';
import { type Act, FailedRead, SendingNote } from '@/api';
import { restartAt, usePageParams } from '@/platform';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import {
  BottomBar,
  Button,
  EmptyState,
  Heading,
  Line,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  useTimeWords,
  View,
  Words,
} from '@/ui';
import { openDelivery } from '../carrying/doors';
import { LateFactNotes } from '../carrying/late-facts';
import { StepNote } from '../carrying/step-frame';
import { CountInside } from './count-inside';
import { useLegStateWords } from './leg-words';
import { PointPhoto } from './point-photo';
import { useLeg } from './use-legs';
import '../carrying/carrying.css';

const dutyHome = '/packages/volunteer/home/index';

/** Bags at the point of a sealed zone, for the carrier inside: compare the label, count, take them in, go up. */
export function LegScreen() {
  const t = useText(handoverLegText);
  const { id = '' } = usePageParams();
  const { leg, problem, isLoading, refresh, doing } = useLeg(id);
  if (leg !== undefined) return <Leg leg={leg} doing={doing} />;
  const isGone = problem?.type === 'not-found';
  return (
    <Page title={t('title')} banner={<NetworkBanner />} bottom={isGone && <BottomBar main={<HomeButton />} />}>
      {isGone && <EmptyState title={t('gone')} hint={t('gone-next')} picture="quiet" />}
      {!isGone && isLoading && <Skeleton rows={4} />}
      {!isGone && <FailedRead of={{ problem, refresh }} />}
    </Page>
  );
}

type LegProps = { readonly leg: HandoverLegView; readonly doing: Act };

/** Who stands how to it decides what is drawn; the server's `actions` decide what may be done. */
function Leg({ leg, doing }: LegProps) {
  const { part, state, actions } = leg;
  if (part === 'INSIDE' && actions.includes('takeInside'))
    return <CountInside leg={leg} doing={doing} Frame={LegFrame} />;
  const isMine = leg.inside?.self === true;
  const isTaking = doing.commands.some(({ state: sending }) => sending === 'waiting' || sending === 'sending');
  if (state === 'COUNT_DIFFERS' && part === 'INSIDE' && (isMine || isTaking))
    return <Reported leg={leg} doing={doing} />;
  if (state === 'TAKEN_INSIDE' && part === 'INSIDE' && isTaking) return <OnItsWay leg={leg} doing={doing} />;
  if (state === 'TAKEN_INSIDE' && isMine) return <Taken leg={leg} doing={doing} />;
  return <Gone leg={leg} doing={doing} />;
}

export type LegFrameProps = LegProps & {
  readonly main?: ReactNode;
  readonly over?: ReactNode;
  readonly children?: ReactNode;
};

/** The frame of every step: which bag, where it stands, whether it was sent, and one action at the bottom. */
function LegFrame({ leg, doing, main, over, children }: LegFrameProps) {
  const t = useText(handoverLegText);
  const stateWords = useLegStateWords();
  return (
    <Page title={t('title')} banner={<NetworkBanner />} bottom={main && <BottomBar main={main} />}>
      <Rows>
        <View className="carry-code">
          <Heading size={1}>{leg.code}</Heading>
          <Words tone="quiet">{t('code-on-bag')}</Words>
        </View>
        <Heading size={3}>{t('point-of', { area: leg.areaName, point: leg.point })}</Heading>
        <Line>
          <StatusChip icon="clock" tone="info" label={stateWords(leg.state)} />
          <SendingNote of={doing} />
        </Line>
        <LateFactNotes record={leg.id} lines={[]} />
        {children}
      </Rows>
      {over}
    </Page>
  );
}

function HomeButton() {
  const t = useText(handoverLegText);
  return <Button look="main" label={t('to-home')} onPress={() => void restartAt(dutyHome)} />;
}

function Reported({ leg, doing }: LegProps) {
  const t = useText(handoverLegText);
  const timeWords = useTimeWords();
  const { bags = 0, countedBags = 0, dueAt } = leg;
  const next = dueAt === undefined ? t('reported-soon') : t('reported-next', { time: timeWords(new Date(dueAt)) });
  return (
    <LegFrame leg={leg} doing={doing} main={<HomeButton />}>
      <StepNote tone="amber" words={t('reported')} />
      <Words size={5} strong block>
        {t('counts', { bags, counted: countedBags })}
      </Words>
      <Words block>{next}</Words>
      <PointPhoto id={leg.photo} />
    </LegFrame>
  );
}

/** Wanted, not yet known to the server: somebody else may have been quicker. */
function OnItsWay({ leg, doing }: LegProps) {
  const t = useText(handoverLegText);
  return (
    <LegFrame leg={leg} doing={doing} main={<HomeButton />}>
      <StepNote words={t('asked-to-take')} />
    </LegFrame>
  );
}

function Taken({ leg, doing }: LegProps) {
  const t = useText(handoverLegText);
  const go = <Button look="main" icon="door" label={t('to-door')} onPress={() => openDelivery(leg.delivery)} />;
  return (
    <LegFrame leg={leg} doing={doing} main={go}>
      <StepNote tone="leaf" words={t('taken')} />
      <Words size={5} block>
        {t('taken-next')}
      </Words>
    </LegFrame>
  );
}

function Gone({ leg, doing }: LegProps) {
  const t = useText(handoverLegText);
  const isRunner = leg.part === 'OUTSIDE';
  const own = <Button look="main" label={t('see-request')} onPress={() => openDelivery(leg.delivery)} />;
  return (
    <LegFrame leg={leg} doing={doing} main={isRunner ? own : <HomeButton />}>
      {!isRunner && <EmptyState title={t('gone')} hint={t('gone-next')} picture="quiet" />}
    </LegFrame>
  );
}
