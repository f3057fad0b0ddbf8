import { useText } from '@/text';
import { queueText } from '@/text/grid-queue';
import { classes, Pressable, readable, Text, View } from '@/ui';
import { type QueueTab, queueTabs } from './use-queue';

type QueueTabsProps = {
  readonly tab: QueueTab;
  readonly counts: Readonly<Record<QueueTab, number>> | undefined;
  readonly onChange: (tab: QueueTab) => void;
};

/** Late, new, asking, all, each with its count. */
export function QueueTabs({ tab, counts, onChange }: QueueTabsProps) {
  const t = useText(queueText);
  return (
    <View className="desk-tabs" {...readable({ role: 'tablist', label: t('tabs') })}>
      {queueTabs.map((each) => {
        const label = t(`tab-${each}`, { count: counts?.[each] ?? '' }).trim();
        return (
          <Pressable
            key={each}
            className={classes('press desk-tab', each === tab && 'is-here')}
            onPress={() => onChange(each)}
            reads={{ role: 'tab', label, selected: each === tab }}
          >
            <Text>{label}</Text>
          </Pressable>
        );
      })}
    </View>
  );
}
