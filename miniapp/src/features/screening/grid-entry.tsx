import { listScreenings } from '@grid-relief/shared-types/screening/screening.contract';
import { useMayAsk, useRead } from '@/api';
import { useText } from '@/text';
import { commandText } from '@/text/command';
import { WayCard } from '@/ui';

const over: readonly string[] = ['CLOSED', 'CANCELLED', 'PLANNED'];

/** The way to a screening that goes on in the leader's grids; draws nothing while there is none. */
export function ScreeningEntry() {
  const t = useText(commandText);
  const isLeader = useMayAsk(listScreenings);
  const { data } = useRead(listScreenings, { query: { limit: 1 } }, { everySeconds: 60, enabled: isLeader });
  // those that go on stand first
  if (data === undefined || data.items.every(({ state }) => over.includes(state))) return null;
  return (
    <WayCard
      icon="building"
      title={t('screening')}
      note={t('screening-note')}
      page="/packages/screening/campaigns/index"
    />
  );
}
