import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { actionWords, deliveryText } from '@/text/delivery-words';
import { deskText } from '@/text/grid-desk';
import { Card, Heading, Timeline, useTimeWords } from '@/ui';
import { useDeskWords } from './desk-words';

/** Everything that happened, who did it and why, and the next step at the end. */
export function TimelineCard({ view }: { readonly view: DeliveryView }) {
  const t = useText(deskText);
  const tDelivery = useText(deliveryText);
  const words = useDeskWords();
  const timeWords = useTimeWords();
  const { next } = view;
  const past = view.timeline.map(({ action, at, by, reason }, index) => ({
    id: `${index}-${at}`,
    title: actionWords(tDelivery, action),
    note: [timeWords(new Date(at)), by.label, words.reason(reason)].filter(Boolean).join(' · '),
    state: 'done' as const,
  }));
  const coming = next.by === undefined ? '' : t('by', { time: timeWords(new Date(next.by)) });
  const note = [t(`who-${next.who}`), coming].filter(Boolean).join(' · ');
  const entries =
    next.who === 'NOBODY'
      ? past
      : [...past, { id: 'next', title: words.next(view.state), note, state: 'now' as const }];
  return (
    <Card>
      <Heading size={5}>{t('timeline')}</Heading>
      <Timeline label={t('timeline')} entries={entries} />
    </Card>
  );
}
