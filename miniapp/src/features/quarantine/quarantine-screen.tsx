import {
  quarantineAtSite,
  quarantineSymptoms,
  quarantineToday,
  quarantineToSample,
} from '@grid-relief/shared-types/quarantine/episode.contract';
import type { EpisodeRow } from '@grid-relief/shared-types/quarantine/episode.schema';
import { useState } from 'react';
import { PagedList, refreshAll, SendingNote, useAct, useHolds, useReadPages } from '@/api';
import { openPage, usePageParams } from '@/platform';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
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

/** Who has no list of their own, and comes to one person by a notice. */
const byNotice = ['CDC_INVESTIGATOR', 'COUNTY_HEAD', 'COUNTY_DISPATCHER'];

/** Everybody in quarantine whom this person sees to, by what is to be done, late first; or the one a notice is about. */
export function QuarantineScreen() {
  const t = useText(quarantineDeskText);
  const holds = useHolds();
  const { id } = usePageParams();
  const [open, setOpen] = useState(id);
  const own = names.filter((name) => holds(lists[name].roles));
  const hasList = own.length > 0 || holds(['LAB']);
  const close = () => {
    setOpen(undefined);
    refreshAll();
  };
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      <Rows>
        {own.map((name) => (
          <List key={name} name={name} onOpen={setOpen} />
        ))}
        {holds(['LAB']) && <LabList />}
        {!hasList && <WithoutList isByNotice={holds(byNotice)} />}
      </Rows>
      {open !== undefined && <EpisodeSheet id={open} onClose={close} />}
    </Page>
  );
}

/** No list is theirs: where the way to one person is, or to the own days. */
function WithoutList({ isByNotice }: { readonly isByNotice: boolean }) {
  const t = useText(quarantineDeskText);
  if (isByNotice) {
    const inbox = () => void openPage('/pages/inbox/index');
    return (
      <EmptyState
        picture="quiet"
        title={t('by-notice')}
        hint={t('by-notice-hint')}
        action={<Button look="main" icon="bell" label={t('to-inbox')} onPress={inbox} />}
      />
    );
  }
  const myDays = () => void openPage('/packages/returnee/my-days/index');
  return (
    <EmptyState
      picture="door"
      title={t('no-list')}
      hint={t('no-list-hint')}
      action={<Button look="main" icon="calendar" label={t('to-my-days')} onPress={myDays} />}
    />
  );
}

type ListProps = { readonly name: ListName; readonly onOpen: (id: string) => void };

function List({ name, onOpen }: ListProps) {
  const t = useText(quarantineDeskText);
  const list = useReadPages(lists[name].of, { query: {} }, { everySeconds: 30 });
  return (
    <Rows>
      <Heading size={4}>{t(`list-${name}`)}</Heading>
      <PagedList
        of={list}
        height={200}
        none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
        draw={(row) => <Row key={row.id} row={row} isToSample={name === 'sample'} onOpen={() => onOpen(row.id)} />}
      />
    </Rows>
  );
}

function Swabs({ row }: { readonly row: EpisodeRow }) {
  const doing = useAct(row.id);
  return (
    <>
      <SendingNote of={doing} />
      <SwabButtons of={row} isDouble={row.isDouble} doing={doing} />
    </>
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
      {isToSample && <Swabs row={row} />}
      <Button icon="list" label={t('open')} onPress={onOpen} />
    </Card>
  );
}
