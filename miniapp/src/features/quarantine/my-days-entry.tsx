import { useMyHouseholds } from '@/features/households/use-my-households';
import { useText } from '@/text';
import { quarantineEntryText } from '@/text/quarantine-entry';
import { WayCard } from '@/ui';

/**
 * The way to "my quarantine"; draws nothing while nobody at home is in one. What it knows of it is that alone: the contract of
 * a quarantine weighs more than the first page may.
 */
export function MyDaysEntry() {
  const t = useText(quarantineEntryText);
  const { data } = useMyHouseholds();
  if (!data?.items.some(({ inQuarantine }) => inQuarantine)) return null;
  return (
    <WayCard
      icon="calendar"
      tone="leaf"
      title={t('mine')}
      note={t('mine-note')}
      page="/packages/returnee/my-days/index"
    />
  );
}
