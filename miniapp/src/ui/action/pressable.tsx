import { type ReactNode, useId } from 'react';
import { Button as HostButton } from '@/platform/host';
import { classes, type Readable, readable } from '../a11y';
import { isStrayTap, type PressEvent } from './stray-tap';

type PressableProps = {
  readonly onPress: () => void;
  /** Several rows are chosen by a long press. */
  readonly onLongPress?: (() => void) | undefined;
  readonly className?: string;
  readonly disabled?: boolean | undefined;
  readonly reads?: Readable;
  readonly children?: ReactNode;
};

/**
 * Anything that can be pressed: a native button without its looks, so focus, keyboard and role come with it.
 * The second half of a double tap does nothing where the first has put something else under the thumb.
 * Disabled stays focusable and says why (through its label) instead of vanishing for a screen reader.
 */
export function Pressable({ onPress, onLongPress, className = 'press', disabled, reads, children }: PressableProps) {
  const id = useId();
  const press = (event: PressEvent) => {
    const isStray = isStrayTap(event, `${id} ${reads?.label ?? ''}`);
    if (disabled !== true && !isStray) onPress();
  };
  return (
    <HostButton
      className={classes(className, disabled && 'is-off')}
      hoverClass="none"
      onClick={press}
      {...(onLongPress && { onLongPress })}
      {...readable({ role: 'button', disabled: disabled === true ? true : undefined, ...reads })}
    >
      {children}
    </HostButton>
  );
}
