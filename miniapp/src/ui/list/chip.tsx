import { Text, View } from '@/platform/host';
import { classes } from '../a11y';
import { Pressable } from '../action/pressable';
import type { Tone } from '../base/layout';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-names';

type StatusChipProps = { readonly label: string; readonly icon: IconName; readonly tone?: Tone };

/** A state as word, sign and colour together; never colour alone. */
export function StatusChip({ label, icon, tone = 'plain' }: StatusChipProps) {
  return (
    <View className={classes('chip', `tone-${tone}`)}>
      <Icon name={icon} size="small" />
      <Text>{label}</Text>
    </View>
  );
}

type ChipProps = { readonly label: string; readonly chosen: boolean; readonly onPress: () => void };

/** A filter or a quick answer that is on or off. */
export function Chip({ label, chosen, onPress }: ChipProps) {
  return (
    <Pressable className="press chip-press" onPress={onPress} reads={{ role: 'checkbox', label, checked: chosen }}>
      <View className={classes('chip', chosen && 'is-chosen')}>
        {chosen && <Icon name="check" size="small" />}
        <Text>{label}</Text>
      </View>
    </Pressable>
  );
}
