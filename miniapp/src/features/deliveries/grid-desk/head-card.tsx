import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { kindIcon, priorityTone } from '@/features/deliveries/carrying/marks';
import { useText } from '@/text';
import { deliveryText, kindWords } from '@/text/delivery-words';
import { deskText } from '@/text/grid-desk';
import { marksText } from '@/text/request-marks';
import { Card, Icon, Line, StatusChip, useMarks, useSoonWords, View, Words } from '@/ui';
import { isFetched } from '../pickup-slot/fetched';
import { shownState } from '../shown-state';
import { flagTone, needIcons, useDeskWords } from './desk-words';

/** What is the matter: how long it waits, how urgent, where it stands, what comes next, who does it and by when. */
export function HeadCard({ view }: { readonly view: DeliveryView }) {
  const marks = useMarks();
  const t = useText(marksText);
  const desk = useText(deskText);
  const tDelivery = useText(deliveryText);
  const words = useDeskWords();
  const timeWords = useSoonWords();
  const { next, waitingSince, needs, flags, priority, askedBy } = view;
  const isLate = next.by !== undefined && new Date(next.by) < new Date();
  const by = next.by === undefined ? '' : ` · ${t('by', { time: timeWords(new Date(next.by)) })}`;
  return (
    <Card>
      <View className="desk-top">
        {waitingSince !== undefined && (
          <Words size={2} strong tone={isLate ? 'danger' : 'plain'}>
            {words.wait(new Date(waitingSince), new Date())}
          </Words>
        )}
        {isLate && <StatusChip icon="clock" tone="danger" label={t('late')} />}
      </View>
      <Line>
        <StatusChip icon="flag" tone={priorityTone(priority)} label={t(`priority-${priority}`)} />
        {flags.map((flag) => (
          <StatusChip key={flag} icon="warning" tone={flagTone(flag)} label={words.flag(flag)} />
        ))}
        {needs.map((need) => (
          <StatusChip key={need} icon={needIcons[need] ?? 'heart'} tone="info" label={t(`need-${need}`)} />
        ))}
      </Line>
      <Line>
        <Icon name={kindIcon(view.kind)} size="small" />
        <Words strong>{`${kindWords(tDelivery, view.kind)} · ${view.areaNames.slice(-2).join(' · ')}`}</Words>
      </Line>
      <Words size={5} strong block>
        {words.state(shownState(view))}
      </Words>
      <Words tone={isLate ? 'danger' : 'info'} block>
        {`→ ${marks.aside(words.next(shownState(view), isFetched(view) ? 'SLOT' : undefined), t(`who-${next.who}`))}${by}`}
      </Words>
      {askedBy && <Words tone="quiet">{desk('asked-by', { name: askedBy.label })}</Words>}
      {view.words !== undefined && <Words block>{marks.said(desk('said-words'), view.words)}</Words>}
    </Card>
  );
}
