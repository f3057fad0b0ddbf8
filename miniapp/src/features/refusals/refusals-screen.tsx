import { listRefusals, recordRefusal } from '@grid-relief/shared-types/refusals/refusal.contract';
import { useState } from 'react';
import { FailedRead, MoreOfList, useMe, useReadPages } from '@/api';
import { useText } from '@/text';
import { refusalsText } from '@/text/refusals';
import { BottomBar, Button, EmptyState, NetworkBanner, Page, Rows, Skeleton, Words } from '@/ui';
import { RecordSheet } from './record-sheet';
import { RefusalCard } from './refusal-card';

/** People who say no, and whose turn it is to go there; each reader sees what is theirs (handbook 2.11). */
export function RefusalsScreen() {
  const t = useText(refusalsText);
  const [isRecording, setRecording] = useState(false);
  const held: string[] = useMe()?.grants.map(({ role }) => role) ?? [];
  const { access } = recordRefusal;
  const mayRecord = typeof access === 'object' && 'roles' in access && access.roles.some((role) => held.includes(role));
  const list = useReadPages(listRefusals, { query: {} }, { everySeconds: 30 });
  const { data, items, isLoading } = list;
  const record = <Button look="main" icon="plus" label={t('record')} onPress={() => setRecording(true)} />;
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />} bottom={mayRecord && <BottomBar main={record} />}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={160} />}
        {data === undefined && <FailedRead of={list} />}
        {data && items.length === 0 && <EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
        {items.length > 0 && <Words tone="quiet">{t('hint')}</Words>}
        {items.map((one) => (
          <RefusalCard key={one.id} of={one} />
        ))}
        <MoreOfList of={list} />
      </Rows>
      {isRecording && <RecordSheet onClose={() => setRecording(false)} />}
    </Page>
  );
}
