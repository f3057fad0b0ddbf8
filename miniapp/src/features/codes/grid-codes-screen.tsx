import { codeRequestsInGrid } from '@grid-relief/shared-types/quarantine/code-request.contract';
import { PagedList, useReadPages } from '@/api';
import { useText } from '@/text';
import { codesText } from '@/text/codes';
import { EmptyState, NetworkBanner, Page, Rows, Words } from '@/ui';
import { CodeCard } from './code-card';

/** Open requests of the grid: with whom each waits and since when, what is late first (handbook 2.11). */
export function GridCodesScreen() {
  const t = useText(codesText);
  const list = useReadPages(codeRequestsInGrid, { query: {} }, { everySeconds: 30 });
  return (
    <Page title={t('grid-title')} wide banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          height={200}
          none={<EmptyState picture="quiet" title={t('grid-none')} hint={t('grid-none-hint')} />}
          above={<Words tone="quiet">{t('grid-hint')}</Words>}
          draw={(request) => <CodeCard key={request.id} request={request} />}
        />
      </Rows>
    </Page>
  );
}
