import { Text } from '@/platform/host';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-names';
import { Pressable } from './pressable';

type IconButtonProps = {
  readonly icon: IconName;
  /** Said aloud; every sign has a name. */
  readonly label: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  /** How many wait behind it, drawn on the sign; `label` says it as well. */
  readonly count?: number;
};

/** What stands on a sign when there are more than two digits' worth. */
const mostShown = 99;

/** A round sign to press, 48 px wide. Only where the sign is known to everybody: back, close, plus, minus. */
export function IconButton({ icon, label, onPress, disabled, count = 0 }: IconButtonProps) {
  return (
    <Pressable className="press icon-btn" onPress={onPress} disabled={disabled} reads={{ label }}>
      <Icon name={icon} />
      {count > 0 && <Text className="icon-count">{count > mostShown ? `${mostShown}+` : count}</Text>}
    </Pressable>
  );
}
