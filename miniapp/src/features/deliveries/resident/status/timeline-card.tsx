import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { orderStatusText } from '@/text/order-status';
import { reasonForHousehold, requestReasonsText } from '@/text/request-reasons';
import { RequestTimeline } from '../../request-timeline';
import { shownState } from '../../shown-state';
import { isInCare, isUnderWay } from '../delivery-look';
import { useWhatNext } from '../what-next';

/** What happened, newest last, and what comes next and by when. */
export function TimelineCard({ view }: { readonly view: DeliveryView }) {
  const t = useText(orderStatusText);
  const why = useText(requestReasonsText);
  const { title, by } = useWhatNext().parts(view, shownState(view));
  const coming = { title, ...(by !== '' && { note: by }) };
  return (
    <RequestTimeline
      view={view}
      heading={t('timeline')}
      coming={isUnderWay(view.state) && !isInCare(view) ? coming : undefined}
      reasonWords={(entry) => reasonForHousehold(why, entry)}
    />
  );
}
