import { lateLinks } from '@grid-relief/shared-types/returnees/returnee.contract';
import { PagedList, useReadPages } from '@/api';
import { useText } from '@/text';
import { returneeListsText } from '@/text/returnee-lists';
import { returneesText } from '@/text/returnees';
import { Button, EmptyState, NetworkBanner, Page, Rows } from '@/ui';
import { LinkCard } from './link-list';
import { openPerson } from './person-row';

/** Links past their limit with their owners, the longest overdue first (handbook C11). */
export function LateLinksScreen() {
  const t = useText(returneeListsText);
  const person = useText(returneesText);
  const list = useReadPages(lateLinks, { query: {} }, { everySeconds: 20 });
  return (
    <Page title={t('links-title')} wide banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          height={200}
          none={<EmptyState picture="quiet" title={t('links-none')} hint={t('links-none-hint')} />}
          draw={(link) => (
            <LinkCard key={link.id} link={link} whose={`${link.code} · ${link.areaName}`}>
              <Button
                look="link"
                icon="right"
                label={person('person-title')}
                onPress={() => openPerson(link.traveller)}
              />
            </LinkCard>
          )}
        />
      </Rows>
    </Page>
  );
}
