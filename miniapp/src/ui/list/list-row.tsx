import type { ReactNode } from 'react';
import { Text, View } from '@/platform/host';
import { classes } from '../a11y';
import { Pressable } from '../action/pressable';
import { Icon } from '../icon/icon';

type ListRowProps = {
  readonly title: string;
  readonly note?: string;
  /** Picture or Icon before the words. */
  readonly lead?: ReactNode;
  /** What stands at the end: a price, a chip, a Stepper. In large type it moves below the words. */
  readonly end?: ReactNode;
  /** What stands beside the note instead, so that a long title has the whole width: the Stepper of goods. */
  readonly foot?: ReactNode;
  readonly onPress?: () => void;
  readonly onLongPress?: () => void;
  /** What is said instead of title and note. */
  readonly label?: string;
  readonly last?: boolean;
};

/** One line of a list, at least 48 px high. A row that leads on shows a chevron. */
export function ListRow({ title, note, lead, end, foot, onPress, onLongPress, label, last }: ListRowProps) {
  const look = classes('row', !last && 'has-line', end !== undefined && 'can-fold');
  const inside = (
    <View className={look}>
      {lead}
      <View className="row-words">
        <Text className="row-title">{title}</Text>
        {foot === undefined && note !== undefined && <Text className="row-note">{note}</Text>}
        {foot !== undefined && (
          <View className="row-foot">
            <Text className="row-note">{note}</Text>
            {foot}
          </View>
        )}
      </View>
      {end}
      {onPress && <Icon name="right" size="small" />}
    </View>
  );
  if (onPress === undefined) return inside;
  return (
    <Pressable onPress={onPress} onLongPress={onLongPress} reads={{ label }}>
      {inside}
    </Pressable>
  );
}
