import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { marksText } from '@/text/request-marks';
import { useSoonWords } from '@/ui';
import { isFetched } from '../pickup-slot/fetched';
import { RequestTimeline } from '../request-timeline';
import { shownState } from '../shown-state';
import { useDeskWords } from './desk-words';

/** Everything that happened, who did it and why, and the next step at the end. */
export function TimelineCard({ view }: { readonly view: DeliveryView }) {
  const t = useText(marksText);
  const desk = useText(deskText);
  const words = useDeskWords();
  const timeWords = useSoonWords();
  const { next } = view;
  const by = next.by === undefined ? '' : t('by', { time: timeWords(new Date(next.by)) });
  const note = [t(`who-${next.who}`), by].filter(Boolean).join(' · ');
  return (
    <RequestTimeline
      view={view}
      heading={desk('timeline')}
      reasonWords={({ reason }) => words.reason(reason)}
      coming={
        next.who === 'NOBODY'
          ? undefined
          : { title: words.next(shownState(view), isFetched(view) ? 'SLOT' : undefined), note }
      }
    />
  );
}
