import { useId } from 'react';
import { Input, Text, Textarea, View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { classes, readable } from '../a11y';
import { useMarks } from '../base/marks';
import { FieldError } from './field-error';

export type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong and how to put it right; shown in red with a sign, and read out. */
  readonly error?: string | undefined;
  /** True at the first field that is wrong: the person is taken there. */
  readonly takesFocus?: boolean;
  readonly placeholder?: string;
  /** Which keyboard opens. */
  readonly kind?: 'text' | 'number' | 'digit' | 'idcard' | 'tel' | 'password';
  readonly maxLength?: number;
  /** Several lines. */
  readonly tall?: boolean;
  readonly optional?: boolean;
  readonly onConfirm?: () => void;
  /** The person goes on to something else: what was typed may be judged now. */
  readonly onLeave?: () => void;
};

/** One question to type an answer to: label above, hint and error below, all tied together for a screen reader. */
export function Field(props: FieldProps) {
  const { label, hint, error, optional, tall } = props;
  const t = useText(uiText);
  const marks = useMarks();
  const id = useId();
  const name = optional ? marks.aside(label, t('optional')) : label;
  return (
    <View className="field">
      <Text className="field-label" {...readable({ hidden: true })}>
        {name}
      </Text>
      {hint !== undefined && (
        <Text className="field-hint" id={`${id}-hint`}>
          {hint}
        </Text>
      )}
      <FieldBox {...props} label={name} ids={{ hint: `${id}-hint`, error: `${id}-error` }} tall={tall === true} />
      {error !== undefined && <FieldError words={error} id={`${id}-error`} />}
    </View>
  );
}

type FieldBoxProps = FieldProps & { readonly ids: { readonly hint: string; readonly error: string } };

function FieldBox({ label, value, onChange, hint, error, placeholder = '', ids, ...rest }: FieldBoxProps) {
  const marks = useMarks();
  const { kind = 'text', maxLength = 200, tall, takesFocus, onConfirm, onLeave } = rest;
  const described = classes(hint !== undefined && ids.hint, error !== undefined && ids.error);
  const shared = {
    className: classes('field-box', tall && 'is-tall', error !== undefined && 'is-wrong'),
    value,
    placeholder,
    maxlength: maxLength,
    ...(takesFocus !== undefined && { focus: takesFocus }),
    ...(onLeave && { onBlur: onLeave }),
    onInput: ({ detail }: { detail: { value: string } }) => onChange(detail.value),
    ...readable({ label: error === undefined ? label : marks.clauses([label, error]), invalid: error !== undefined }),
    ...(described !== '' && { 'aria-describedby': described }),
  };
  if (tall) return <Textarea {...shared} autoHeight />;
  // a phone number is digits on both keyboards; WeChat has no "tel" kind
  const type = kind === 'password' ? 'text' : kind === 'tel' ? 'number' : kind;
  return <Input {...shared} type={type} password={kind === 'password'} {...(onConfirm && { onConfirm })} />;
}
