import { codeRequestsToDo } from '@grid-relief/shared-types/quarantine/code-request.contract';
import { PagedList, useReadPages } from '@/api';
import { useText } from '@/text';
import { codesText } from '@/text/codes';
import { EmptyState, NetworkBanner, Page, Rows, Words } from '@/ui';
import { CodeCard } from './code-card';

/** Requests for health codes whose next step is mine, the oldest first (handbook 2.11). */
export function CodesScreen() {
  const t = useText(codesText);
  const list = useReadPages(codeRequestsToDo, { query: {} }, { everySeconds: 30 });
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          height={200}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
          above={<Words tone="quiet">{t('hint')}</Words>}
          draw={(request) => <CodeCard key={request.id} request={request} />}
        />
      </Rows>
    </Page>
  );
}
