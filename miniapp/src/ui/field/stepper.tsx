import { Text, View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { readable } from '../a11y';
import { IconButton } from '../action/icon-button';

type StepperProps = {
  /** What is counted; said with every press. */
  readonly name: string;
  readonly unit?: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
};

/** Plus and minus around a whole number. */
export function Stepper({ name, unit = '', value, onChange, min = 0, max = 99 }: StepperProps) {
  const t = useText(uiText);
  const said = t('count', { name, count: value, unit }).trim();
  return (
    <View className="stepper" {...readable({ role: 'group', label: name })}>
      <IconButton
        icon="minus"
        label={t('less', { name })}
        disabled={value <= min}
        onPress={() => onChange(value - 1)}
      />
      <Text className="stepper-count" {...readable({ role: 'status', live: 'polite', label: said })}>
        {value}
      </Text>
      <IconButton icon="plus" label={t('more', { name })} disabled={value >= max} onPress={() => onChange(value + 1)} />
    </View>
  );
}
