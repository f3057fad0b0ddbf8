import { lateLinks } from '@grid-relief/shared-types/returnees/returnee.contract';
import { FailedRead, MoreOfList, useReadPages } from '@/api';
import { useText } from '@/text';
import { returneeListsText } from '@/text/returnee-lists';
import { returneesText } from '@/text/returnees';
import { Button, EmptyState, NetworkBanner, Page, Rows, Skeleton } from '@/ui';
import { LinkCard } from './link-list';
import { openPerson } from './person-row';

/** Links past their limit with their owners, the longest overdue first (handbook C11). */
export function LateLinksScreen() {
  const t = useText(returneeListsText);
  const person = useText(returneesText);
  const list = useReadPages(lateLinks, { query: {} }, { everySeconds: 20 });
  const { data, problem, isLoading, items } = list;
  return (
    <Page title={t('links-title')} wide banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={200} />}
        {data === undefined && <FailedRead of={{ problem, refresh: list.refresh }} />}
        {data && items.length === 0 && (
          <EmptyState picture="quiet" title={t('links-none')} hint={t('links-none-hint')} />
        )}
        {items.map((link) => (
          <Rows key={link.id} gap={1}>
            <LinkCard link={link} whose={`${link.code} · ${link.areaName}`} />
            <Button
              look="link"
              icon="right"
              label={person('person-title')}
              onPress={() => openPerson(link.traveller)}
            />
          </Rows>
        ))}
        <MoreOfList of={list} />
      </Rows>
    </Page>
  );
}
