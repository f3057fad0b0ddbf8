import { type ChangeEvent, type KeyboardEvent, type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react';

/** Whatever else a part is given (role, aria, tabIndex, handlers) goes to the element as it is. */
type Rest = Record<string, unknown>;
type BoxProps = Rest & { readonly children?: ReactNode };
type FieldEvent = ChangeEvent<HTMLInputElement | HTMLTextAreaElement>;
type FieldProps = Rest & {
  readonly onInput?: (event: { detail: { value: string } }) => void;
  readonly onConfirm?: (event: { detail: { value: string } }) => void;
  readonly maxlength?: number;
  readonly focus?: boolean;
};

const longPressMs = 350;

/** WeChat's `onLongPress` for a browser: a press held without moving away. As there, no click follows it. */
function useLongPress(onLongPress: unknown): Rest {
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const wasLong = useRef(false);
  if (typeof onLongPress !== 'function') return {};
  const stop = () => clearTimeout(timer.current);
  const start = () => {
    stop();
    wasLong.current = false;
    timer.current = setTimeout(() => {
      wasLong.current = true;
      onLongPress();
    }, longPressMs);
  };
  const swallow = (event: SyntheticEvent) => {
    if (wasLong.current) event.stopPropagation();
    wasLong.current = false;
  };
  return {
    onPointerDown: start,
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onClickCapture: swallow,
  };
}

/** Drops what only WeChat understands, so that React does not warn about unknown attributes. */
function forHtml({ hoverClass, ariaLabel, catchMove, 'aria-role': ariaRole, ...rest }: Rest): Rest {
  return rest;
}

/** A block. */
export function View({ children, onLongPress, ...rest }: BoxProps) {
  return (
    <div {...useLongPress(onLongPress)} {...forHtml(rest)}>
      {children}
    </div>
  );
}

/** A run of words. */
export function Text({ children, selectable, userSelect, ...rest }: BoxProps) {
  return <span {...forHtml(rest)}>{children}</span>;
}

/** A real button: focus, Enter and Space come with it. */
export function Button({ children, openType, onAgreePrivacyAuthorization, onLongPress, ...rest }: BoxProps) {
  return (
    <button type="button" {...useLongPress(onLongPress)} {...forHtml(rest)}>
      {children}
    </button>
  );
}

/** A picture from an address; `ariaLabel` is its alternative text. */
export function Image({ src, mode, ariaLabel, lazyLoad, ...rest }: Rest) {
  const fit = mode === 'aspectFill' ? 'cover' : 'contain';
  return (
    <img
      src={typeof src === 'string' ? src : ''}
      alt={typeof ariaLabel === 'string' ? ariaLabel : ''}
      style={{ objectFit: fit }}
      {...forHtml(rest)}
    />
  );
}

/** A box that scrolls on its own. */
export function ScrollView({ children, scrollY, scrollX, scrollIntoView, ...rest }: BoxProps) {
  const style = { overflowY: scrollY ? 'auto' : 'hidden', overflowX: scrollX ? 'auto' : 'hidden' } as const;
  return (
    <div style={style} {...forHtml(rest)}>
      {children}
    </div>
  );
}

function fieldHandlers({ onInput, onConfirm }: Pick<FieldProps, 'onInput' | 'onConfirm'>): Rest {
  return {
    onChange: (event: FieldEvent) => onInput?.({ detail: { value: event.target.value } }),
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key === 'Enter') onConfirm?.({ detail: { value: event.currentTarget.value } });
    },
  };
}

/** WeChat's keyboard kinds as the browser's input modes. */
const inputModes: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', text: 'text' };

/** WeChat's `focus` for a browser: the moment it becomes true, the box takes the cursor. */
function useFocus<Box extends HTMLElement>(focus: boolean | undefined) {
  const box = useRef<Box>(null);
  useEffect(() => {
    if (focus) box.current?.focus();
  }, [focus]);
  return box;
}

/** One line of typing. */
export function Input(props: FieldProps) {
  const { onInput, onConfirm, maxlength, focus, type, password, confirmType, placeholderClass, ...rest } = props;
  const box = useFocus<HTMLInputElement>(focus);
  return (
    <input
      {...forHtml(rest)}
      {...fieldHandlers({ onInput: onInput ?? (() => undefined), onConfirm: onConfirm ?? (() => undefined) })}
      type={password ? 'password' : type === 'tel' ? 'tel' : 'text'}
      inputMode={(inputModes[String(type)] ?? 'text') as 'text'}
      maxLength={maxlength}
      ref={box}
    />
  );
}

/** Several lines of typing. */
export function Textarea(props: FieldProps) {
  const { onInput, onConfirm, maxlength, focus, autoHeight, placeholderClass, ...rest } = props;
  const box = useFocus<HTMLTextAreaElement>(focus);
  return (
    <textarea
      {...forHtml(rest)}
      ref={box}
      onChange={(event) => onInput?.({ detail: { value: event.target.value } })}
      maxLength={maxlength}
    />
  );
}
