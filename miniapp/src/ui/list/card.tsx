import type { ReactNode } from 'react';
import { View } from '@/platform/host';
import { classes, readable } from '../a11y';
import { Pressable } from '../action/pressable';
import type { Tone } from '../base/layout';

type CardProps = {
  /** A coloured edge; say the same in words inside. */
  readonly tone?: Tone;
  /** Makes the whole card one thing to press; then `label` is what is said. */
  readonly onPress?: () => void;
  readonly label?: string;
  readonly children?: ReactNode;
};

/** What belongs together. */
export function Card({ tone = 'plain', onPress, label, children }: CardProps) {
  const look = classes('card', tone !== 'plain' && `tone-${tone}`);
  if (onPress === undefined) {
    return (
      <View className={look} {...readable({ role: label === undefined ? undefined : 'group', label })}>
        {children}
      </View>
    );
  }
  return (
    <Pressable onPress={onPress} reads={{ label }}>
      <View className={look}>{children}</View>
    </Pressable>
  );
}
