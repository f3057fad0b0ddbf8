import { Text, View } from '@/platform/host';
import { classes, readable } from '../a11y';
import { Pressable } from '../action/pressable';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-names';
import { Picture } from '../picture/picture';
import type { PictureName } from '../picture/picture-names';
import { FieldError } from './field-error';

export type ChoiceOption<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: IconName;
  readonly picture?: PictureName;
};

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  /** The question is asked by what stands above, such as a sheet's title; it is still read out. */
  readonly bare?: boolean;
  /** One below the other even in ordinary type. */
  readonly inOne?: boolean;
  /** What is wrong with the answer; shown in red with a sign, and read out. */
  readonly error?: string | undefined;
};

/** One answer out of a few, as tiles. The chosen one has a thick edge and a tick, not only a colour. */
export function Choice<Value extends string>({
  label,
  hint,
  options,
  value,
  onChange,
  bare,
  inOne,
  error,
}: ChoiceProps<Value>) {
  return (
    <View className="field">
      {!bare && (
        <Text className="field-label" {...readable({ hidden: true })}>
          {label}
        </Text>
      )}
      {hint !== undefined && <Text className="field-hint">{hint}</Text>}
      <View className={classes('choice-list', inOne && 'in-one')} {...readable({ role: 'radiogroup', label })}>
        {options.map((option) => (
          <Tile key={option.value} option={option} chosen={option.value === value} onChoose={onChange} />
        ))}
      </View>
      {error !== undefined && <FieldError words={error} />}
    </View>
  );
}

type TileProps<Value extends string> = {
  readonly option: ChoiceOption<Value>;
  readonly chosen: boolean;
  readonly onChoose: (value: Value) => void;
};

function Tile<Value extends string>({ option, chosen, onChoose }: TileProps<Value>) {
  return (
    <Pressable
      className={classes('press choice', chosen && 'is-chosen')}
      onPress={() => onChoose(option.value)}
      reads={{ role: 'radio', label: classes(option.label, option.hint), checked: chosen }}
    >
      {option.picture && <Picture name={option.picture} bare />}
      {option.icon && <Icon name={option.icon} />}
      <View className="choice-words">
        <Text className="choice-name">{option.label}</Text>
        {option.hint && <Text className="field-hint">{option.hint}</Text>}
      </View>
      {chosen && <Icon name="check" />}
    </Pressable>
  );
}
