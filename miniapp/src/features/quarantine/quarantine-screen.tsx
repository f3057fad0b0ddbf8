import {
  quarantineAtSite,
  quarantineSymptoms,
  quarantineToday,
  quarantineToSample,
} from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeRow } from '@grid-relief/shared-types/quarantine/episode.schema';
import { useState } from 'react';
import { MoreOfList, useMe, useProblemWords, useReadPages } from '@/api';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import {
  Button,
  Card,
  EmptyState,
  FailedState,
  Heading,
  Line,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  useTimeWords,
  Words,
} from '@/ui';
import { EpisodeSheet } from './episode-sheet';
import { LabList } from './lab-list';
import { SwabButtons } from './swab-buttons';

/** Each list, and whose it is; who has several roles sees several, the most urgent first. */
const lists = {
  doctor: { of: quarantineSymptoms, roles: ['DOCTOR'] },
  today: { of: quarantineToday, roles: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] },
  sample: { of: quarantineToSample, roles: ['SAMPLER'] },
  site: { of: quarantineAtSite, roles: ['SITE_MANAGER'] },
} as const;
type ListName = keyof typeof lists;
const names = Object.keys(lists) as ListName[];

/** Everybody in quarantine whom this person sees to, by what is to be done, late first. */
export function QuarantineScreen() {
  const t = useText(quarantineDeskText);
  const held: string[] = useMe()?.grants.map(({ role }) => role) ?? [];
  const holds = (roles: readonly string[]) => roles.some((role) => held.includes(role));
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      <Rows>
        {names
          .filter((name) => holds(lists[name].roles))
          .map((name) => (
            <List key={name} name={name} />
          ))}
        {holds(['LAB']) && <LabList />}
      </Rows>
    </Page>
  );
}

function List({ name }: { readonly name: ListName }) {
  const t = useText(quarantineDeskText);
  const problemWords = useProblemWords();
  const list = useReadPages(lists[name].of, { query: {} }, { everySeconds: 30 });
  const [open, setOpen] = useState<string>();
  return (
    <Rows>
      <Heading size={4}>{t(`list-${name}`)}</Heading>
      {list.isLoading && <Skeleton rows={3} height={200} />}
      {list.data === undefined && list.problem && (
        <FailedState what={problemWords(list.problem)} onRetry={list.refresh} />
      )}
      {list.data && list.items.length === 0 && <EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
      {list.items.map((row) => (
        <Row key={row.id} row={row} isToSample={name === 'sample'} onOpen={() => setOpen(row.id)} />
      ))}
      <MoreOfList of={list} />
      {open !== undefined && (
        <EpisodeSheet
          id={open}
          onClose={() => {
            setOpen(undefined);
            list.refresh();
          }}
        />
      )}
    </Rows>
  );
}

type RowProps = { readonly row: EpisodeRow; readonly isToSample: boolean; readonly onOpen: () => void };

function Row({ row, isToSample, onOpen }: RowProps) {
  const t = useText(quarantineDeskText);
  const timeWords = useTimeWords();
  const isLate = row.todos.some((todo) => todo.isLate);
  const { number, of } = row.day;
  return (
    <Card tone={isLate ? 'danger' : 'plain'}>
      <Words size={5} strong block>
        {[row.doorCode, row.nameMasked].filter(Boolean).join(' · ')}
      </Words>
      <Words tone="quiet" block>
        {`${row.areaName} · ${t('day', { number, of })} · ${t('until', { time: timeWords(new Date(row.endsAt)) })}`}
      </Words>
      <Line>
        {row.todos.map(({ what, by, isLate: late }) => (
          <StatusChip
            key={what}
            icon={late ? 'warning' : 'flag'}
            tone={late ? 'danger' : 'amber'}
            label={[t(`todo-${what}`), by && t('by', { time: timeWords(new Date(by)) }), late && t('late')]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Line>
      {row.linked > 0 && <Words block>{t('linked', { count: row.linked })}</Words>}
      {isToSample && <SwabButtons row={row} />}
      <Button icon="list" label={t('open')} onPress={onOpen} />
    </Card>
  );
}
