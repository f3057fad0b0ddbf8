import { listTravellers } from '@grid-relief/shared-types/returnees/returnee.contract';
import type { TravellerRow } from '@grid-relief/shared-types/returnees/returnee.schema';
import { travellerActions } from '@grid-relief/shared-types/returnees/returnee-actions.contract';
import { useState } from 'react';
import { ActButton, PagedList, SendingNote, useAct, useReadPages } from '@/api';
import { useText } from '@/text';
import { returneeListsText } from '@/text/returnee-lists';
import { returneesText, wordOf } from '@/text/returnees';
import { Chip, EmptyState, Line, NetworkBanner, Page, Rows } from '@/ui';
import { likelyAct } from './person-acts';
import { PersonCard } from './person-row';

const tabs = ['acknowledge', 'today', 'late', 'all'] as const;

/** Who comes to the grid: to be seen, arriving today, late; the most urgent first, acknowledged from the list. */
export function GridReturneesScreen() {
  const t = useText(returneeListsText);
  const [tab, setTab] = useState<(typeof tabs)[number]>('acknowledge');
  const list = useReadPages(listTravellers, { query: { tab } }, { keepHours: 12, everySeconds: 20 });
  return (
    <Page title={t('grid-title')} banner={<NetworkBanner />}>
      <Rows>
        <Line>
          {tabs.map((one) => (
            <Chip key={one} label={t(`tab-${one}`)} chosen={one === tab} onPress={() => setTab(one)} />
          ))}
        </Line>
        <PagedList
          of={list}
          height={280}
          none={<EmptyState picture="quiet" title={t(`none-${tab}`)} hint={t('none-hint')} />}
          draw={(row) => <GridPerson key={row.id} row={row} />}
        />
      </Rows>
    </Page>
  );
}

/** One tap from the list: seen, or here. */
export function GridPerson({ row }: { readonly row: TravellerRow }) {
  const t = useText(returneesText);
  const doing = useAct(row.id);
  const likely = likelyAct(row, new Date())?.act;
  const act = (['acknowledge', 'arrive'] as const).find((name) => name === likely);
  const tap = (
    <>
      <SendingNote of={doing} />
      {act && <ActButton of={doing} does={travellerActions[act]} icon="check" label={wordOf(t, 'w', act)} />}
    </>
  );
  return <PersonCard row={row} act={tap} />;
}
