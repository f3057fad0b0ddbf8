import { Text, View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { readable } from '../a11y';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-names';
import { Pressable } from './pressable';

export type ButtonProps = {
  /** The words on it: a verb and what it does. */
  readonly label: string;
  readonly onPress: () => void;
  /** One `main` a screen; `quiet` beside it, `danger` for what cannot be taken back, `link` for the least. */
  readonly look?: 'main' | 'quiet' | 'danger' | 'link';
  readonly icon?: IconName;
  /** Sending now: says so and ignores further presses. */
  readonly busy?: boolean;
  /** Why it cannot be pressed now. Its presence disables the button; the words stand below it. */
  readonly disabledReason?: string | undefined;
};

/** A button at least 48 px high whose state is always said in words. */
export function Button({ label, onPress, look = 'quiet', icon, busy = false, disabledReason }: ButtonProps) {
  const t = useText(uiText);
  const isOff = disabledReason !== undefined;
  const spoken = isOff ? t('cannot', { action: label, reason: disabledReason }) : busy ? t('busy') : label;
  return (
    <View className="btn-box">
      <Pressable className={`btn ${look}`} disabled={isOff || busy} onPress={onPress} reads={{ label: spoken }}>
        {busy && <View className="btn-busy" {...readable({ hidden: true })} />}
        {!busy && icon && <Icon name={icon} />}
        <Text>{busy ? t('busy') : label}</Text>
      </Pressable>
      {isOff && (
        <Text className="btn-why" {...readable({ hidden: true })}>
          {disabledReason}
        </Text>
      )}
    </View>
  );
}
