import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { ReactNode } from 'react';
import { kindIcon, priorityTone } from '@/features/deliveries/carrying/marks';
import { useText } from '@/text';
import { deliveryText, kindWords } from '@/text/delivery-words';
import { postMealText } from '@/text/post-meal';
import { marksText } from '@/text/request-marks';
import { Icon, Line, Pressable, StatusChip, useMarks, useSoonWords, View, Words } from '@/ui';
import { useGoodsName } from '../goods-name';
import { flagTone, needIcons, useDeskWords } from './desk-words';
import './grid-desk.css';

type RowCardProps = {
  readonly row: DeliveryRow;
  readonly now: Date;
  readonly chosen: boolean;
  /** While several are being chosen a tap chooses; otherwise it opens. */
  readonly choosing: boolean;
  readonly onOpen: () => void;
  readonly onChoose: () => void;
  /** Buttons below the words: what can be done without opening. */
  readonly children?: ReactNode;
};

/** One request in the queue: how long it waits first and largest, then how urgent, what it is, and what comes next. */
export function RowCard({ row, now, chosen, choosing, onOpen, onChoose, children }: RowCardProps) {
  const goods = useGoodsName();
  const marks = useMarks();
  const t = useText(marksText);
  const words = useDeskWords();
  const wait = words.wait(new Date(row.waitingSince), now);
  const said = marks.clauses([t('waited', { wait }), t(`priority-${row.priority}`), row.code, goods.rows(row)]);
  // read as it is drawn; only while choosing does it need a name of its own
  const reads = choosing ? { role: 'checkbox', label: said, checked: chosen } : {};
  return (
    <View className={chosen ? 'card desk-row is-chosen' : 'card desk-row'}>
      <Pressable onPress={choosing ? onChoose : onOpen} onLongPress={onChoose} reads={reads}>
        <View className="desk-top">
          <Words size={2} strong tone={row.late ? 'danger' : 'plain'}>
            {wait}
          </Words>
          {row.late && <StatusChip icon="clock" tone="danger" label={t('late')} />}
          <View className="desk-end">{choosing && chosen && <Icon name="check" />}</View>
        </View>
        <RowMarks row={row} />
        <RowWords row={row} now={now} />
      </Pressable>
      {children}
    </View>
  );
}

function RowMarks({ row: { priority, needs, flags } }: { readonly row: DeliveryRow }) {
  const t = useText(marksText);
  const words = useDeskWords();
  return (
    <Line>
      <StatusChip icon="flag" tone={priorityTone(priority)} label={t(`priority-${priority}`)} />
      {flags.map((flag) => (
        <StatusChip key={flag} icon="warning" tone={flagTone(flag)} label={words.flag(flag)} />
      ))}
      {needs.map((need) => (
        <StatusChip key={need} icon={needIcons[need] ?? 'heart'} tone="info" label={t(`need-${need}`)} />
      ))}
    </Line>
  );
}

function RowWords({ row, now }: Pick<RowCardProps, 'row' | 'now'>) {
  const goods = useGoodsName();
  const marks = useMarks();
  const t = useText(marksText);
  const tDelivery = useText(deliveryText);
  const meal = useText(postMealText);
  const words = useDeskWords();
  const timeWords = useSoonWords();
  const { next, carrier } = row;
  const by = next.by === undefined ? '' : ` · ${t('by', { time: timeWords(new Date(next.by), now) })}`;
  return (
    <View className="desk-words">
      <Line>
        <Icon name={kindIcon(row.kind)} size="small" />
        <Words strong>{`${kindWords(tDelivery, row.kind)} · ${row.code} · ${row.doorCode ?? row.areaName}`}</Words>
      </Line>
      <Words block>{row.headCount === undefined ? goods.rows(row) : meal('heads', { count: row.headCount })}</Words>
      <Words tone="quiet" block>
        {[words.state(row.state), carrier?.label].filter(Boolean).join(' · ')}
      </Words>
      <Words tone={row.late ? 'danger' : 'info'} block>
        {`→ ${marks.aside(words.next(row.state), t(`who-${next.who}`))}${by}`}
      </Words>
    </View>
  );
}
