import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { actionWords, deliveryText, nextWords } from '@/text/delivery-words';
import { residentText } from '@/text/resident';
import { Card, Heading, Timeline, type TimelineEntry, useTimeWords } from '@/ui';
import { isUnderWay } from '../delivery-look';

/** What happened, newest last, and what comes next. */
export function TimelineCard({ view }: { readonly view: DeliveryView }) {
  const t = useText(residentText);
  const d = useText(deliveryText);
  const time = useTimeWords();
  const past = view.timeline.map((entry, index): TimelineEntry => {
    const note = [time(new Date(entry.occurredAt ?? entry.at)), entry.by.label, entry.late && t('late')];
    return {
      id: `${entry.at}-${index}`,
      title: actionWords(d, entry.action),
      note: note.filter(Boolean).join(' · '),
      state: 'done',
    };
  });
  const coming: TimelineEntry = { id: 'next', title: nextWords(d, view.state), state: 'now' };
  return (
    <Card>
      <Heading>{t('timeline')}</Heading>
      <Timeline label={t('timeline')} entries={isUnderWay(view.state) ? [...past, coming] : past} />
    </Card>
  );
}
