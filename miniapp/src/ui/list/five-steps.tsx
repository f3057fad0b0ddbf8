import { Text, View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { classes, readable } from '../a11y';

type FiveStepsProps = {
  /** Short names of the steps, usually five. */
  readonly names: readonly string[];
  /** Index of the step under way; `names.length` when all are done. */
  readonly current: number;
};

/** How far something has come, as one line. In large type only the step under way is written out. */
export function FiveSteps({ names, current }: FiveStepsProps) {
  const t = useText(uiText);
  const total = names.length;
  const at = Math.min(current, total - 1);
  const said = current >= total ? t('done') : t('step', { current: at + 1, total, name: names[at] ?? '' });
  const state = (index: number) => (index < current ? 'is-done' : index === current && 'is-now');
  return (
    <View className="five" {...readable({ role: 'img', label: said })}>
      <View className="five-bars">
        {names.map((name, index) => (
          <View key={name} className={classes('five-bar', state(index))} />
        ))}
      </View>
      <View className="five-names">
        {names.map((name, index) => (
          <Text key={name} className={classes('five-name', state(index))}>
            {name}
          </Text>
        ))}
      </View>
      <Text className="five-large">{said}</Text>
    </View>
  );
}
