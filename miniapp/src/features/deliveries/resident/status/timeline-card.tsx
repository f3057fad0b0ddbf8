import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { deliveryText, nextWords } from '@/text/delivery-words';
import { reasonForHousehold, requestReasonsText } from '@/text/request-reasons';
import { residentText } from '@/text/resident';
import { shownState } from '../../handover-leg/edge';
import { RequestTimeline } from '../../request-timeline';
import { useByWords } from '../by-words';
import { isUnderWay } from '../delivery-look';

/** What happened, newest last, and what comes next and by when. */
export function TimelineCard({ view }: { readonly view: DeliveryView }) {
  const t = useText(residentText);
  const d = useText(deliveryText);
  const why = useText(requestReasonsText);
  const by = useByWords().alone(view.next);
  const coming = { title: nextWords(d, shownState(view)), ...(by !== '' && { note: by }) };
  return (
    <RequestTimeline
      view={view}
      heading={t('timeline')}
      coming={isUnderWay(view.state) ? coming : undefined}
      reasonWords={(entry) => reasonForHousehold(why, entry)}
    />
  );
}
