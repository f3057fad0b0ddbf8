import type { ReactElement } from 'react';
import { FailedRead } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { NetworkBanner, Page, Skeleton } from '@/ui';
import { isAtEdge, isAtPoint } from '../handover-leg/edge';
import { EdgeStep, TakenInStep } from '../handover-leg/edge-step';
import { AtPlaceStep } from '../pickup-slot/at-place-step';
import { isFetched } from '../pickup-slot/fetched';
import { PutDownStep } from '../pickup-slot/put-down-step';
import {
  AddressStep,
  CancelStep,
  DisposeStep,
  DroppedStep,
  ErrandStep,
  FailedStep,
  GoneStep,
  MoneyStep,
} from './after-steps';
import { DepartStep } from './depart-step';
import { DoorStep } from './door-step';
import { HandoverStep, isPassedOn, PassedOnStep } from './handover-step';
import { ReturnedStep } from './returned-step';
import { ShopStep } from './shop-step';
import { StartStep } from './start-step';
import type { StepProps } from './step-frame';
import { useDelivery } from './use-delivery';

/** Which step stands in which state; a state that is not here is none of a carrier's. */
const steps: Readonly<Record<string, (props: StepProps) => ReactElement>> = {
  ACCEPTED: StartStep,
  SHOPPING: ShopStep,
  SUBSTITUTION_PENDING: ShopStep,
  CANCEL_ASKED: CancelStep,
  PURCHASED: DepartStep,
  COLLECTED: DepartStep,
  COLLECTED_AT_DOOR: DisposeStep,
  IN_PROGRESS: ErrandStep,
  IN_TRANSIT: DoorStep,
  ADDRESS_QUERY: AddressStep,
  FAILED_DELIVERY: FailedStep,
  HANDOVER_PENDING: HandoverStep,
  READY_FOR_PICKUP: AtPlaceStep,
  DROPPED: DroppedStep,
  CONFIRMED: MoneyStep,
  UNPAID: MoneyStep,
  RETURNED: ReturnedStep,
};

/** States in which somebody inside a sealed zone has what a runner brought to its edge. */
const inside: readonly string[] = ['IN_TRANSIT', 'ADDRESS_QUERY', 'FAILED_DELIVERY', 'DROPPED'];

/** At the edge of a sealed zone the runner has steps of its own; undefined: those of every delivery. */
function edgeStepOf(view: StepProps['view']): ((props: StepProps) => ReactElement) | undefined {
  if (isAtEdge(view)) return view.state === 'IN_TRANSIT' || isAtPoint(view) ? EdgeStep : undefined;
  const isFormer = view.mode === 'HANDOVER_POINT' && view.carrier === undefined;
  return isFormer && inside.includes(view.state) ? TakenInStep : undefined;
}

/** What its household fetches is put on a number, not at a door; undefined: the steps of every delivery. */
const placeStepOf = (view: StepProps['view']) =>
  view.state === 'IN_TRANSIT' && isFetched(view) ? PutDownStep : undefined;

/** One delivery in hand: the state decides the step, the step has one main action. */
export function DeliveryScreen() {
  const { id = '' } = usePageParams();
  const t = useText(carryingText);
  const { view, problem, isLoading, refresh, doing } = useDelivery(id);
  if (view !== undefined) {
    const others = isPassedOn(view) ? PassedOnStep : undefined;
    const Step = edgeStepOf(view) ?? others ?? placeStepOf(view) ?? steps[view.state] ?? GoneStep;
    return <Step view={view} doing={doing} />;
  }
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      {isLoading || problem === undefined ? <Skeleton rows={4} /> : <FailedRead of={{ problem, refresh }} />}
    </Page>
  );
}
