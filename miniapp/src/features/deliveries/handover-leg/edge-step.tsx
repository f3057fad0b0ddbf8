import type { HandoverLegView } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { FailedRead, SendingNote } from '@/api';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { Button, Card, EmptyState, Heading, Skeleton, Words } from '@/ui';
import { openDutyHome } from '../carrying/doors';
import { LateFactNotes } from '../carrying/late-facts';
import { StepFrame, type StepProps } from '../carrying/step-frame';
import { AtPoint, SignButton } from './at-point';
import { sendingOf } from './sending-of';
import { SetDownStep, TroubleOutside } from './set-down-step';
import { type LegInHand, useLegOf } from './use-legs';

const onTheWay: readonly string[] = ['PLANNED', 'OUTSIDE_EN_ROUTE'];

/** The runner's part at the edge of a sealed zone: set the bags down, and see what becomes of them (handbook 2.1b). */
export function EdgeStep({ view, doing }: StepProps) {
  const { leg, doing: handing, ...read } = useLegOf(view.id);
  if (leg === undefined) return <NoPoint view={view} doing={doing} {...read} />;
  if (onTheWay.includes(leg.state)) return <SetDownStep view={view} doing={doing} leg={leg} handing={handing} />;
  return <LeftStep view={view} doing={doing} leg={leg} handing={handing} />;
}

type NoPointProps = StepProps & Pick<LegInHand, 'problem' | 'isLoading' | 'refresh'>;

/** The point is not known yet: a phone that has had no network since the shop, or a server that is a moment behind. */
function NoPoint({ view, doing, problem, isLoading, refresh }: NoPointProps) {
  const t = useText(handoverLegText);
  return (
    <StepFrame view={view} doing={doing} quiet={<TroubleOutside view={view} doing={doing} />}>
      {isLoading && <Skeleton rows={2} />}
      <FailedRead of={{ problem, refresh }} />
      <Card tone="amber">
        <Heading size={4}>{t('point-unknown')}</Heading>
        <Words block>{t('point-unknown-hint')}</Words>
        {!problem && <Button icon="refresh" label={t('point-again')} onPress={refresh} />}
      </Card>
    </StepFrame>
  );
}

type LeftProps = StepProps & { readonly leg: HandoverLegView; readonly handing: StepProps['doing'] };

function LeftStep({ view, doing, leg, handing }: LeftProps) {
  const t = useText(handoverLegText);
  const home = <Button look="main" label={t('to-home')} onPress={() => openDutyHome(view)} />;
  const asksSign = leg.state === 'COUNT_DIFFERS' && leg.actions.includes('signCount') && !leg.signed;
  const { first, second } = sendingOf(doing, handing);
  return (
    <StepFrame view={view} doing={first} main={asksSign ? <SignButton doing={handing} /> : home}>
      {second && <SendingNote of={second} />}
      <LateFactNotes record={leg.id} lines={[]} />
      <AtPoint leg={leg} />
    </StepFrame>
  );
}

/** Somebody inside has them: the runner's part is over, said plainly. */
export function TakenInStep({ view, doing }: StepProps) {
  const t = useText(handoverLegText);
  return (
    <StepFrame
      view={view}
      doing={doing}
      main={<Button look="main" label={t('to-home')} onPress={() => openDutyHome(view)} />}
    >
      <EmptyState title={t('is-inside')} hint={t('is-inside-next')} picture="quiet" />
    </StepFrame>
  );
}
