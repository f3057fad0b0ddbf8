import { type HandoverLegView, listHandoverLegs } from '@grid-relief/shared-types/deliveries/handover-leg.contract';
import { PagedList, useReadPages } from '@/api';
import { useText } from '@/text';
import { handoverLegText } from '@/text/handover-leg';
import { EmptyState, NetworkBanner, Page, Rows } from '@/ui';
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
  const list = useReadPages(listHandoverLegs, { query: {} }, { keepHours: 12, everySeconds: 15 });
  return (
    <Page title={t('list-title')} banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          rows={3}
          height={240}
          none={<EmptyState picture="quiet" title={t('list-none')} hint={t('list-none-hint')} />}
          drawAll={(legs) => [...legs].sort(byNeed).map((leg) => <GridLegCard key={leg.id} leg={leg} />)}
        />
      </Rows>
    </Page>
  );
}
