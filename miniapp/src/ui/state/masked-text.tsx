import { useState } from 'react';
import { Text, View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { readable } from '../a11y';
import { Pressable } from '../action/pressable';
import { Words } from '../base/layout';
import { useMarks } from '../base/marks';
import { Icon } from '../icon/icon';

type MaskedTextProps = {
  /** What it is: "name", "door". */
  readonly label: string;
  /** The covered form that everybody may see, e.g. 王** */
  readonly masked: string;
  /** Asks the server for the open form, which writes the look down. Left out when this viewer may not look. */
  readonly onOpen?: () => Promise<string | undefined>;
};

/** Personal words behind a closed eye. Opening says that the look is recorded; nothing open is kept when it closes. */
export function MaskedText({ label, masked, onOpen }: MaskedTextProps) {
  const t = useText(uiText);
  const marks = useMarks();
  const [open, setOpen] = useState<string>();
  const toggle = async () => setOpen(open === undefined ? await onOpen?.() : undefined);
  const isOpen = open !== undefined;
  return (
    <View className="masked">
      <View className="masked-line">
        <Text className="words t-5 strong" {...readable({ label: marks.said(label, open ?? masked) })}>
          {open ?? masked}
        </Text>
        {onOpen && (
          <Pressable
            className="press masked-eye"
            onPress={() => void toggle()}
            reads={{ label: marks.said(t(isOpen ? 'hide' : 'show'), label), expanded: isOpen }}
          >
            <Icon name={isOpen ? 'eye' : 'eye-closed'} />
            <Text>{t(isOpen ? 'hide' : 'show')}</Text>
          </Pressable>
        )}
      </View>
      {isOpen && (
        <Words tone="quiet" reads={{ role: 'status', live: 'polite' }}>
          {t('lookRecorded')}
        </Words>
      )}
    </View>
  );
}
