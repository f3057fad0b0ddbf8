import { listAreaChanges } from '@grid-relief/shared-types/areas/area-change.contract';
import { PagedList, useHolds, useReadPages } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { areaChangesText } from '@/text/area-changes';
import { Card, EmptyState, Heading, ListRow, NetworkBanner, Page, Rows, useTimeWords } from '@/ui';
import { changeLine, stateWords } from './change-words';
import { DraftForm } from './draft-form';

/** Changes of the area tree, the latest first; whoever prepares them puts one together below. */
export function AreasScreen() {
  const t = useText(areaChangesText);
  const prepares = useHolds()(['COUNTY_DISPATCHER']);
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        <AreaChangesList prepares={prepares} />
        {prepares && <DraftForm />}
      </Rows>
    </Page>
  );
}

/** Changes of the county; whoever only decides about them is told where they come from. */
export function AreaChangesList({ prepares = false }: { readonly prepares?: boolean }) {
  const t = useText(areaChangesText);
  const time = useTimeWords();
  const list = useReadPages(listAreaChanges, { query: {} }, { everySeconds: 60 });
  return (
    <Card>
      <Heading size={5}>{t('list')}</Heading>
      <PagedList
        of={list}
        rows={2}
        height={120}
        none={<EmptyState picture="quiet" title={t('none')} hint={t(prepares ? 'none-hint' : 'none-to-decide')} />}
        draw={(change, i) => (
          <ListRow
            key={change.id}
            title={changeLine(t, change)}
            note={`${stateWords(t, change.state)} · ${time(new Date(change.at ?? change.createdAt))}`}
            last={i === list.items.length - 1}
            onPress={() => void openPage('/packages/command/area-change/index', { id: change.id })}
          />
        )}
      />
    </Card>
  );
}
