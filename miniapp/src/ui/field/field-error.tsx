import { Text, View } from '@/platform/host';
import { readable } from '../a11y';
import { Icon } from '../icon/icon';

/** What is wrong with the answer above it: red, with a sign, and read out when it appears. */
export function FieldError({ words, id }: { readonly words: string; readonly id?: string }) {
  return (
    <View className="field-error" {...(id !== undefined && { id })} {...readable({ role: 'alert' })}>
      <Icon name="warning" size="small" />
      <Text>{words}</Text>
    </View>
  );
}
