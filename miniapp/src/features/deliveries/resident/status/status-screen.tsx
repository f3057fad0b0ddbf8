import { getDelivery } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useState } from 'react';
import { type Act, FailedRead, type Problem, SendingNote, useAct, useRead } from '@/api';
import { homePage, restartAt, usePageParams } from '@/platform';
import { useText } from '@/text';
import { deliveryText, kindWords, stateWords } from '@/text/delivery-words';
import { orderStatusText } from '@/text/order-status';
import { reasonForHousehold, requestReasonsText } from '@/text/request-reasons';
import {
  BottomBar,
  Button,
  Card,
  FailedState,
  FiveSteps,
  Line,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  Words,
} from '@/ui';
import { CustodyCard } from '../../custody/custody-card';
import { mayHaveTurn } from '../../pickup-slot/fetched';
import { TurnMain, TurnPart, turnMainOf } from '../../pickup-slot/turn-part';
import { turnState } from '../../pickup-slot/turn-state';
import { useSlotOf } from '../../pickup-slot/use-slots';
import { shownState } from '../../shown-state';
import { hasSteps, isInCare, lookOf, stepOf } from '../delivery-look';
import { CallGrid } from '../returnee-sheet';
import { useStepNames, useWhatNext } from '../what-next';
import '../../shown-answers';
import { RegisterCard } from '../../register/register-card';
import { CarrierCard } from './carrier-card';
import { DoctorCard } from './doctor-card';
import { MainAction, OtherActions } from './household-actions';
import { InCareStatus } from './in-care-status';
import { LinkedOrder } from './linked-order';
import { NotYetThere } from './not-yet-there';
import { Questions } from './questions';
import { ReceiptCard } from './receipt-card';
import { TimelineCard } from './timeline-card';
import { withoutContacts } from './without-contacts';

/** One request: what comes next and by when, a question when there is one, the list, the money, what happened. */
export function StatusScreen() {
  const t = useText(orderStatusText);
  const { id = '' } = usePageParams();
  const act = useAct(id);
  const isHandedIn = act.commands.some(({ name, state }) => name === 'submitDelivery' && state !== 'sent');
  const { data, problem, isLoading, refresh } = useRead(
    getDelivery,
    { params: { id } },
    { keepHours: 24, beforeKeeping: withoutContacts, enabled: !isHandedIn },
  );
  if (data && isInCare(data)) return <InCareStatus view={data} act={act} />;
  if (data) return <Status view={data} act={act} />;
  const home = <BottomBar main={<Button look="main" label={t('home')} onPress={() => void restartAt(homePage)} />} />;
  return (
    <Page title={t('statusTitle')} banner={<NetworkBanner />} bottom={home}>
      {isHandedIn && <NotYetThere act={act} />}
      {!isHandedIn && isLoading && <Skeleton />}
      {!isHandedIn && problem && <WhyNot problem={problem} refresh={refresh} />}
    </Page>
  );
}

function Status({ view, act }: { readonly view: DeliveryView; readonly act: Act }) {
  const t = useText(orderStatusText);
  const turn = useSlotOf(view.id, mayHaveTurn(view));
  const [isChoosing, setChoosing] = useState(false);
  const { slot, doing } = turn;
  const hasTurnMain = slot !== undefined && turnMainOf(slot) !== undefined;
  const bottom = hasTurnMain ? (
    <BottomBar main={<TurnMain slot={slot} doing={doing} onChoose={() => setChoosing(true)} />} />
  ) : (
    <MainAction view={view} act={act} hasTurn={slot !== undefined} />
  );
  return (
    <Page title={t('statusTitle')} banner={<NetworkBanner />} bottom={bottom}>
      <Rows>
        {act.refused?.command.name !== 'reservePickupSlot' && <SendingNote of={act} />}
        <Questions view={view} act={act} />
        <DoctorCard view={view} />
        <RegisterCard view={view} act={act} />
        <CustodyCard view={view} act={act} />
        <TurnPart view={view} turn={turn} act={act} isChoosing={isChoosing} onChoosing={setChoosing} />
        <StateCard view={view} state={turnState(view.state, slot) ?? shownState(view)} />
        <CarrierCard view={view} />
        <ReceiptCard view={view} />
        <LinkedOrder view={view} />
        <OtherActions view={view} act={act} />
        <TimelineCard view={view} />
      </Rows>
    </Page>
  );
}

/** Nothing to show: a request that is not there stays so, anything else may be tried again. */
function WhyNot({ problem, refresh }: { readonly problem: Problem; readonly refresh: () => void }) {
  const t = useText(orderStatusText);
  if (problem.type === 'not-found') return <FailedState what={t('gone')} />;
  return <FailedRead of={{ problem, refresh }} help={<CallGrid />} />;
}

type StateProps = {
  readonly view: DeliveryView;
  /** As the words know it. */
  readonly state: string;
};

function StateCard({ view, state }: StateProps) {
  const t = useText(orderStatusText);
  const d = useText(deliveryText);
  const { sentence } = useWhatNext();
  const names = useStepNames(view);
  return (
    <Card tone={lookOf(state).tone}>
      <Rows gap={2}>
        <Line apart>
          <StatusChip {...lookOf(state)} label={stateWords(d, state)} />
          <Words tone="quiet">{`${kindWords(d, view.kind)} · ${t('code', { code: view.code })}`}</Words>
        </Line>
        <Words size={4} strong block reads={{ live: 'polite' }}>
          {sentence(view, state)}
        </Words>
        <WhyItStands view={view} />
        {hasSteps(view.state) && <FiveSteps names={names} current={stepOf(view)} />}
      </Rows>
    </Card>
  );
}

/** Steps that leave a household asking why. */
const stops = new Set(['REJECTED', 'ON_HOLD', 'NOTHING_BOUGHT', 'FAILED_DELIVERY', 'RETURNED', 'MERGED']);

/** Why it stopped, and what to do instead, as whoever stopped it wrote. */
function WhyItStands({ view: { state, timeline } }: { readonly view: DeliveryView }) {
  const t = useText(requestReasonsText);
  const last = timeline.filter(({ to }) => to === state).at(-1);
  const why = stops.has(state) && last ? reasonForHousehold(t, last) : undefined;
  return why === undefined ? null : <Words size={5}>{why}</Words>;
}
