import type { ReactElement } from 'react';
import { useProblemWords } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { FailedState, NetworkBanner, Page, Skeleton } from '@/ui';
import {
  AddressStep,
  CancelStep,
  DisposeStep,
  DroppedStep,
  ErrandStep,
  FailedStep,
  GoneStep,
  MoneyStep,
  PickupStep,
} from './after-steps';
import { DepartStep } from './depart-step';
import { DoorStep } from './door-step';
import { HandoverStep } from './handover-step';
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
  READY_FOR_PICKUP: PickupStep,
  DROPPED: DroppedStep,
  CONFIRMED: MoneyStep,
  UNPAID: MoneyStep,
};

/** One delivery in hand: the state decides the step, the step has one main action. */
export function DeliveryScreen() {
  const { id = '' } = usePageParams();
  const t = useText(carryingText);
  const words = useProblemWords();
  const { view, problem, isLoading, refresh, doing } = useDelivery(id);
  if (view !== undefined) {
    const Step = steps[view.state] ?? GoneStep;
    return <Step view={view} doing={doing} />;
  }
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      {isLoading || problem === undefined ? (
        <Skeleton rows={4} />
      ) : (
        <FailedState what={words(problem)} onRetry={refresh} />
      )}
    </Page>
  );
}
