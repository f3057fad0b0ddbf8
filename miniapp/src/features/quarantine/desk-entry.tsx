import { useText } from '@/text';
import { quarantineEntryText } from '@/text/quarantine-entry';
import { WayCard } from '@/ui';

/** The way to people in quarantine, for everybody who sees to some. */
export function QuarantineDeskEntry() {
  const t = useText(quarantineEntryText);
  return <WayCard icon="door" title={t('desk')} note={t('desk-note')} page="/packages/grid/quarantine/index" />;
}
