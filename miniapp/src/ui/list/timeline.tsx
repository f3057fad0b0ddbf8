import { Text, View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { classes, readable } from '../a11y';

export type TimelineEntry = {
  readonly id: string;
  readonly title: string;
  /** When and who, already in words. */
  readonly note?: string;
  readonly state: 'done' | 'now' | 'next';
};

/** What happened, what is under way and what comes next, one below the other. */
export function Timeline({ label, entries }: { readonly label: string; readonly entries: readonly TimelineEntry[] }) {
  const t = useText(uiText);
  return (
    <View {...readable({ role: 'list', label })}>
      {entries.map(({ id, title, note, state }, index) => (
        <View className="time-step" key={id} {...readable({ role: 'listitem' })}>
          <View className="time-rail">
            <View className={`time-dot is-${state}`} {...readable({ role: 'img', label: t(state) })} />
            {index < entries.length - 1 && <View className="time-thread" />}
          </View>
          <View className="time-words">
            <Text className={classes('row-title', state === 'next' && 'tone-quiet')}>{title}</Text>
            {note !== undefined && <Text className="row-note">{note}</Text>}
          </View>
        </View>
      ))}
    </View>
  );
}
