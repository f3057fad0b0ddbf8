import { type HandoverLegView, listHandoverLegs } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { FailedRead, MoreOfList, useReadPages } from '@/api';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { EmptyState, NetworkBanner, Page, Rows, Skeleton, useTimeWords, Words } from '@/ui';
import { GridLegCard } from './grid-leg-card';
import './use-legs';

/** Where a grid leader has to decide, then where nobody came, then what is only waiting. */
const needOf: Readonly<Record<string, number>> = { COUNT_DIFFERS: 0, NOT_TAKEN: 1, AT_POINT: 2 };

/** By need, and the longest waiting first among equals. Pure. */
export function byNeed(a: HandoverLegView, b: HandoverLegView): number {
  const need = (needOf[a.state] ?? 3) - (needOf[b.state] ?? 3);
  return need || (a.since < b.since ? -1 : 1);
}

/** Open handovers of the grid's sealed zones with how long each waits; the leader decides from the list. */
export function GridLegsScreen() {
  const t = useText(handoverLegText);
  const timeWords = useTimeWords();
  const list = useReadPages(listHandoverLegs, { query: {} }, { keepHours: 12, everySeconds: 15 });
  const { data, at, problem, isLoading, items } = list;
  return (
    <Page title={t('list-title')} banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={240} />}
        {data === undefined && <FailedRead of={list} />}
        {data && problem && at && <Words tone="amber">{t('last-known', { time: timeWords(at) })}</Words>}
        {data && items.length === 0 && <EmptyState picture="quiet" title={t('list-none')} hint={t('list-none-hint')} />}
        {[...items].sort(byNeed).map((leg) => (
          <GridLegCard key={leg.id} leg={leg} />
        ))}
        <MoreOfList of={list} />
      </Rows>
    </Page>
  );
}
