import { View } from '@/platform/host';
import { classes, readable } from '../a11y';
import type { IconName } from './icon-names';

type IconProps = {
  readonly name: IconName;
  readonly size?: 'small' | 'ordinary' | 'big';
  /** Only when no words stand beside it. */
  readonly label?: string;
};

/** One drawn sign in the colour of the words around it. Without a label it is decoration. */
export function Icon({ name, size = 'ordinary', label }: IconProps) {
  const reads = label === undefined ? { hidden: true } : { role: 'img', label };
  return <View className={classes('icon', `i-${name}`, size !== 'ordinary' && `is-${size}`)} {...readable(reads)} />;
}
