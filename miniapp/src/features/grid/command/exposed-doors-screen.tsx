import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { exposedDoors } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { PagedList, useReadPages } from '@/api';
import { useText } from '@/text';
import { commandText } from '@/text/command';
import { actionWords, historyText } from '@/text/request-history';
import { Card, EmptyState, ListRow, NetworkBanner, Page, Rows, useTimeWords, Words } from '@/ui';

type Sick = ResponseOf<typeof exposedDoors>['items'][number];

/** Volunteers who fell ill, and the doors where they were in the two days before, for whoever traces contacts. */
export function ExposedDoorsScreen() {
  const t = useText(commandText);
  const list = useReadPages(exposedDoors, { query: {} }, { everySeconds: 60 });
  return (
    <Page title={t('exposed')} banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          height={240}
          none={<EmptyState picture="quiet" title={t('exposed-none')} hint={t('exposed-none-hint')} />}
          above={<Words tone="quiet">{t('exposed-hint')}</Words>}
          draw={(sick) => <SickCard key={sick.person} sick={sick} />}
        />
      </Rows>
    </Page>
  );
}

function SickCard({ sick: { label, areaName, sickAt, doors } }: { readonly sick: Sick }) {
  const t = useText(commandText);
  const history = useText(historyText);
  const time = useTimeWords();
  return (
    <Card tone="amber">
      <Words size={5} strong block>
        {t('exposed-who', { who: label, time: time(new Date(sickAt)) })}
      </Words>
      <Words tone="quiet" block>
        {`${areaName} · ${doors.length > 0 ? t('exposed-count', { count: doors.length }) : t('exposed-nowhere')}`}
      </Words>
      {doors.map(({ household, doorCode, areaName: place, at, did, elsewhere }, index) => (
        <ListRow
          key={`${household}-${at}`}
          title={`${place} ${doorCode}`}
          note={[time(new Date(at)), actionWords(history, did), ...(elsewhere ? [t('exposed-elsewhere')] : [])].join(
            ' · ',
          )}
          last={index === doors.length - 1}
        />
      ))}
    </Card>
  );
}
