import { useEffect, useState } from 'react';
import { isOnline, onNetworkChange } from '@/platform';
import { Text, View } from '@/platform/host';
import { useText } from '@/text';
import { uiText } from '@/text/ui';
import { readable } from '../a11y';
import { Pressable } from '../action/pressable';
import { useMarks } from '../base/marks';
import { Icon } from '../icon/icon';
import { StatusChip } from '../list/chip';

/** Whether the device believes it is online, kept up to date. */
export function useIsOnline(): boolean {
  const [online, setOnline] = useState(true);
  useEffect(() => {
    let isMounted = true;
    void isOnline().then((now) => isMounted && setOnline(now));
    const stop = onNetworkChange(setOnline);
    return () => {
      isMounted = false;
      stop();
    };
  }, []);
  return online;
}

/** Says that there is no network and that nothing is lost; draws nothing when there is one. */
export function NetworkBanner() {
  const online = useIsOnline();
  const t = useText(uiText);
  if (online) return null;
  return (
    <View className="banner" {...readable({ role: 'status', live: 'polite' })}>
      <Icon name="wifi-off" />
      <Text>{t('offline')}</Text>
    </View>
  );
}

/** How many entries wait to be sent; nothing at zero. Pressing it leads to the list of them. */
export function UnsentBadge({ count, onPress }: { readonly count: number; readonly onPress: () => void }) {
  const t = useText(uiText);
  const marks = useMarks();
  if (count === 0) return null;
  const label = t('unsent', { count });
  return (
    <Pressable
      className="press chip-press"
      onPress={onPress}
      reads={{ label: marks.sentences([label, t('unsentHint')]) }}
    >
      <StatusChip icon="clock" tone="amber" label={label} />
    </Pressable>
  );
}
