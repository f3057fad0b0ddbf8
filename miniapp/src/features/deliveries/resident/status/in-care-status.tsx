import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { type Act, SendingNote } from '@/api';
import { InCareCard } from '@/features/household-events/in-care-note';
import { useText } from '@/text';
import { deliveryText, kindWords } from '@/text/delivery-words';
import { orderStatusText } from '@/text/order-status';
import { NetworkBanner, Page, Rows, Words } from '@/ui';
import { CustodyCard } from '../../custody/custody-card';
import { CallGrid } from '../returnee-sheet';
import { CarrierCard } from './carrier-card';
import { DoctorCard } from './doctor-card';
import { OtherActions } from './household-actions';
import { LinkedOrder } from './linked-order';
import { ReceiptCard } from './receipt-card';
import { TimelineCard } from './timeline-card';

type Props = { readonly view: DeliveryView; readonly act: Act };

/** A request of a home that is asked for nothing: who sees to it, what it was, what happened; no question and no bill. */
export function InCareStatus({ view, act }: Props) {
  const t = useText(orderStatusText);
  const d = useText(deliveryText);
  return (
    <Page title={t('statusTitle')} banner={<NetworkBanner />}>
      <Rows>
        <SendingNote of={act} />
        <InCareCard call={<CallGrid />} />
        <Words tone="quiet" block>{`${kindWords(d, view.kind)} · ${t('code', { code: view.code })}`}</Words>
        <DoctorCard view={view} />
        <CustodyCard view={view} act={act} />
        {view.mayCallCarrier && <CarrierCard view={view} />}
        <ReceiptCard view={view} withoutMoney />
        <LinkedOrder view={view} />
        <OtherActions view={view} act={act} />
        <TimelineCard view={view} />
      </Rows>
    </Page>
  );
}
