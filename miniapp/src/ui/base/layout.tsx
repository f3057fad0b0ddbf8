import type { ReactNode } from 'react';
import { Text, View } from '@/platform/host';
import { classes, type Readable, readable } from '../a11y';

/** What a colour says: leaf is well or main, amber asks for attention, danger is wrong, info tells. */
export type Tone = 'plain' | 'quiet' | 'leaf' | 'amber' | 'danger' | 'info';

type Inside = { readonly children?: ReactNode };

/** Parts one below the other. `gap`: 1 close, 2 near, 3 ordinary. */
export function Rows({ gap = 3, children }: Inside & { readonly gap?: 1 | 2 | 3 }) {
  return <View className={`rows gap-${gap}`}>{children}</View>;
}

/** Parts beside each other that wrap when there is no room. `apart` pushes them to both ends. */
export function Line({ apart, children }: Inside & { readonly apart?: boolean }) {
  return <View className={classes('line', apart && 'apart')}>{children}</View>;
}

/** Two columns, one in large type. */
export function Tiles({ children }: Inside) {
  return <View className="tiles">{children}</View>;
}

type WordsProps = Inside & {
  /** 1 is the largest (32 px on a phone), 6 the smallest (16 px). */
  readonly size?: 1 | 2 | 3 | 4 | 5 | 6;
  readonly tone?: Tone;
  readonly strong?: boolean;
  readonly struck?: boolean;
  /** On a line of its own. */
  readonly block?: boolean;
  readonly reads?: Readable;
};

/** A run of words in one of the six sizes. Never cut off. */
export function Words({ size = 6, tone = 'plain', strong, struck, block, reads, children }: WordsProps) {
  const look = [strong && 'strong', struck && 'struck', block && 'block'] as const;
  return (
    <Text className={classes('words', `t-${size}`, `tone-${tone}`, ...look)} {...readable(reads ?? {})}>
      {children}
    </Text>
  );
}

/** A heading inside a page. */
export function Heading({ size = 4, children }: Inside & { readonly size?: 1 | 2 | 3 | 4 | 5 }) {
  return (
    <Words size={size} block strong reads={{ role: 'heading' }}>
      {children}
    </Words>
  );
}
