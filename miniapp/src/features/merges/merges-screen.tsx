import { listPersonMerges } from '@grid-relief/shared-types/person-merges/person-merge.contract';
import type { PersonMergeRow } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { useState } from 'react';
import { PagedList, useReadPages } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { mergeStateWords, mergesText } from '@/text/merges';
import {
  Button,
  Card,
  EmptyState,
  Heading,
  Line,
  NetworkBanner,
  Page,
  Rows,
  StatusChip,
  useTimeWords,
  Words,
} from '@/ui';
import { MergeSheet } from './merge-sheet';

/** Two records that may be one person, whoever has waited longest first (handbook 2.11). */
export function MergesScreen() {
  const t = useText(mergesText);
  const { id } = usePageParams();
  const [shown, setShown] = useState<string | undefined>(id === '' ? undefined : id);
  const list = useReadPages(listPersonMerges, { query: {} }, { everySeconds: 30 });
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          rows={3}
          height={160}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
          above={<Words tone="quiet">{t('hint')}</Words>}
          draw={(one) => <MergeCard key={one.id} of={one} onOpen={() => setShown(one.id)} />}
        />
      </Rows>
      {shown !== undefined && <MergeSheet id={shown} onClose={() => setShown(undefined)} />}
    </Page>
  );
}

function MergeCard({ of, onOpen }: { readonly of: PersonMergeRow; readonly onOpen: () => void }) {
  const t = useText(mergesText);
  const timeWords = useTimeWords();
  const { state, people, areaName: area, proposedAt, dueAt, isEndOpen } = of;
  const [first = '', second = ''] = people.map(({ nameMasked, code }) => `${nameMasked} ${code}`);
  return (
    <Card>
      <Rows gap={2}>
        <Line apart>
          <Heading size={5}>{t('pair', { first, second })}</Heading>
          <StatusChip
            icon={state === 'APPLIED' ? 'check' : 'clock'}
            tone={state === 'APPLIED' ? 'info' : 'amber'}
            label={mergeStateWords(t, state)}
          />
        </Line>
        <Words tone="quiet" block>
          {t('noted', { area, time: timeWords(new Date(proposedAt)) })}
        </Words>
        {dueAt !== undefined && <Words block>{t('undo-until', { time: timeWords(new Date(dueAt)) })}</Words>}
        {isEndOpen && (
          <Words tone="amber" strong block>
            {t('end-open')}
          </Words>
        )}
        <Button icon="right" label={t('see-it')} onPress={onOpen} />
      </Rows>
    </Card>
  );
}
