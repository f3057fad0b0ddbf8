import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-names';
import { Pressable } from './pressable';

type IconButtonProps = {
  readonly icon: IconName;
  /** Said aloud; every sign has a name. */
  readonly label: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
};

/** A round sign to press, 48 px wide. Only where the sign is known to everybody: back, close, plus, minus. */
export function IconButton({ icon, label, onPress, disabled }: IconButtonProps) {
  return (
    <Pressable className="press icon-btn" onPress={onPress} disabled={disabled} reads={{ label }}>
      <Icon name={icon} />
    </Pressable>
  );
}
