import type { ReactNode } from 'react';
import { View } from '@/platform/host';

type BottomBarProps = {
  /** The one main action: `<Button look="main" …/>`. */
  readonly main?: ReactNode;
  /** Quieter ones, beside each other (below each other in large type). */
  readonly quiet?: ReactNode;
  /** A line above the action: a total, a count. */
  readonly note?: ReactNode;
};

/** The end of a screen, within the thumb's reach: one main action. */
export function BottomBar({ main, quiet, note }: BottomBarProps) {
  return (
    <View className="bottom">
      {note !== undefined && <View className="bottom-note">{note}</View>}
      {quiet !== undefined && <View className="bottom-quiet">{quiet}</View>}
      {main}
    </View>
  );
}
