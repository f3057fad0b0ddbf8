import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { onEscape } from '@/platform';
import { Text, View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { readable } from '../a11y';
import { IconButton } from '../action/icon-button';

type SheetProps = {
  readonly title: string;
  readonly open: boolean;
  /** Closing changes nothing; there is always this way out. */
  readonly onClose: () => void;
  readonly children?: ReactNode;
};

/** A question from the bottom edge, over the screen it belongs to. Escape and the cross close it. */
export function Sheet({ title, open, onClose, children }: SheetProps) {
  const t = useText(uiText);
  useEffect(() => (open ? onEscape(onClose) : undefined), [open, onClose]);
  if (!open) return null;
  return (
    <View className="sheet-veil">
      <View className="sheet" {...readable({ role: 'dialog', label: title, modal: true })}>
        <View className="sheet-top">
          <Text className="words t-4" {...readable({ role: 'heading' })}>
            {title}
          </Text>
          <IconButton icon="cross" label={t('close')} onPress={onClose} />
        </View>
        {children}
      </View>
    </View>
  );
}
