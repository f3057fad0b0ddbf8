import { listRefusals, recordRefusal } from '@grid-relief/shared-types/refusals/refusal.contract';
import { useState } from 'react';
import { PagedList, useMayAsk, useReadPages } from '@/api';
import { useText } from '@/text';
import { refusalsText } from '@/text/refusals';
import { BottomBar, Button, EmptyState, NetworkBanner, Page, Rows, Words } from '@/ui';
import { RecordSheet } from './record-sheet';
import { RefusalCard } from './refusal-card';

/** People who say no, and whose turn it is to go there; each reader sees what is theirs (handbook 2.11). */
export function RefusalsScreen() {
  const t = useText(refusalsText);
  const [isRecording, setRecording] = useState(false);
  const mayRecord = useMayAsk(recordRefusal);
  const list = useReadPages(listRefusals, { query: {} }, { everySeconds: 30 });
  const record = <Button look="main" icon="plus" label={t('record')} onPress={() => setRecording(true)} />;
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />} bottom={mayRecord && <BottomBar main={record} />}>
      <Rows>
        <PagedList
          of={list}
          rows={3}
          height={160}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
          above={<Words tone="quiet">{t('hint')}</Words>}
          draw={(one) => <RefusalCard key={one.id} of={one} />}
        />
      </Rows>
      {isRecording && <RecordSheet onClose={() => setRecording(false)} />}
    </Page>
  );
}
