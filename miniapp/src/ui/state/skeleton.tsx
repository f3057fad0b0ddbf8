import { View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { readable } from '../a11y';

/** Where content will be: `rows` blocks of a fixed height (in 750 design px), so that nothing jumps when it comes. */
export function Skeleton({ rows = 3, height = 160 }: { readonly rows?: number; readonly height?: number }) {
  const t = useText(uiText);
  const bones = Array.from({ length: rows }, (_, index) => `bone-${index}`);
  return (
    <View className="rows" {...readable({ role: 'status', label: t('loading') })}>
      {bones.map((bone) => (
        // half the design width is what a phone shows
        <View key={bone} className="bone" style={{ height: `${height / 2}px` }} />
      ))}
    </View>
  );
}
