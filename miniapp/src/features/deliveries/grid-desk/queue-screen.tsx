import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useState } from 'react';
import { FailedRead, isLasting } from '@/api';
import { GridCodesEntry } from '@/features/codes/grid-codes-entry';
import { GridBar } from '@/features/grid/grid-bar';
import { LateFactsEntry } from '@/features/grid/late-facts-entry';
import { HomeEventsEntry } from '@/features/household-events/grid-entry';
import { MergesEntry } from '@/features/merges/grid-entry';
import { InboxBell } from '@/features/notices/inbox-bell';
import { QuarantineDeskEntry } from '@/features/quarantine/desk-entry';
import { RefusalsEntry } from '@/features/refusals/grid-entry';
import { ReturneesEntry } from '@/features/returnees/grid-entry';
import { ScreeningEntry } from '@/features/screening/grid-entry';
import { DoorAlertsEntry, SensorsEntry } from '@/features/sensors/door-alerts-entry';
import { homePage, openPage, usePageParams } from '@/platform';
import { useText } from '@/text';
import { queueText } from '@/text/grid-queue';
import {
  BottomBar,
  Button,
  EmptyState,
  IconButton,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  useTimeWords,
  Words,
} from '@/ui';
import { LegsEntry } from '../handover-leg/legs-entry';
import { PlacesEntry } from '../pickup-slot/places-entry';
import { useManyActs } from './many-acts';
import { ManyResults, ManySheet } from './many-sheet';
import { QueueRow } from './queue-row';
import { QueueTabs } from './queue-tabs';
import { type QueueTab, queueTabs, useQueuePage } from './use-queue';
import './grid-desk.css';

type Chosen = ReadonlyMap<string, DeliveryRow>;

function toggled(chosen: Chosen, row: DeliveryRow): Chosen {
  const next = new Map(chosen);
  if (!next.delete(row.id)) next.set(row.id, row);
  return next;
}

/** The grid worker's first page: whoever has waited too long first; acts from the list, on one or on several. */
export function QueueScreen() {
  const t = useText(queueText);
  const { tab: asked, area } = usePageParams();
  const [tab, setTab] = useState<QueueTab>(queueTabs.find((each) => each === asked) ?? 'late');
  const [pages, setPages] = useState<readonly (string | undefined)[]>([undefined]);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [isSheetOpen, setSheetOpen] = useState(false);
  const many = useManyActs();
  const first = useQueuePage(tab, area);
  const show = (next: QueueTab) => {
    setTab(next);
    setPages([undefined]);
    setChosen(new Map());
  };
  // a desk that is not theirs is no desk: neither its tabs nor its ways
  if (first.data === undefined && first.problem && isLasting(first.problem)) {
    return (
      <Page title={t('queue')}>
        <FailedRead of={first} />
      </Page>
    );
  }
  const rows = [...chosen.values()];
  const bar = (
    <BottomBar
      note={<Words>{t('chosen-count', { count: rows.length })}</Words>}
      quiet={<Button label={t('choose-done')} onPress={() => setChosen(new Map())} />}
      main={<Button look="main" icon="list" label={t('together')} onPress={() => setSheetOpen(true)} />}
    />
  );
  return (
    <Page
      title={t('queue')}
      back={false}
      aside={
        <>
          <InboxBell />
          <IconButton icon="home" label={t('to-home')} onPress={() => void openPage(homePage)} />
        </>
      }
      banner={<NetworkBanner />}
      bottom={rows.length > 0 ? bar : <GridBar here="home" />}
    >
      <Rows>
        <QueueTabs tab={tab} counts={first.data?.counts} onChange={show} />
        <QuarantineDeskEntry />
        <DoorAlertsEntry />
        <HomeEventsEntry />
        {tab === 'late' && <LateFactsEntry />}
        {(tab === 'late' || tab === 'asking') && <LegsEntry />}
        {(tab === 'late' || tab === 'asking') && <PlacesEntry />}
        {(tab === 'late' || tab === 'asking') && <ReturneesEntry />}
        {pages.map((after, index) => (
          <QueuePart
            key={after ?? 'first'}
            tab={tab}
            area={area}
            after={after}
            chosen={chosen}
            onChoose={(row) => setChosen(toggled(chosen, row))}
            onMore={index === pages.length - 1 ? (next) => setPages([...pages, next]) : undefined}
          />
        ))}
        {tab === 'late' && <OtherWays />}
      </Rows>
      <ManySheet
        rows={rows}
        open={isSheetOpen}
        onClose={() => setSheetOpen(false)}
        onSend={(act, input) => {
          void many.send(act, rows, input);
          setChosen(new Map());
        }}
      />
      <ManyResults results={many.results} onRetry={many.retry} onClose={many.finish} />
    </Page>
  );
}

/** Work that comes by the day and not by the minute: below whoever waits. */
function OtherWays() {
  return (
    <>
      <RefusalsEntry />
      <GridCodesEntry />
      <MergesEntry />
      <ScreeningEntry />
      <SensorsEntry />
    </>
  );
}

type PartProps = {
  readonly tab: QueueTab;
  readonly area: string | undefined;
  readonly after: string | undefined;
  readonly chosen: Chosen;
  readonly onChoose: (row: DeliveryRow) => void;
  readonly onMore: ((next: string) => void) | undefined;
};

function QueuePart({ tab, area, after, chosen, onChoose, onMore }: PartProps) {
  const t = useText(queueText);
  const timeWords = useTimeWords();
  const { data, at, problem, isLoading, refresh } = useQueuePage(tab, area, after);
  if (isLoading) return <Skeleton rows={4} height={320} />;
  if (data === undefined) {
    return <FailedRead of={{ problem, refresh }} />;
  }
  if (data.items.length === 0) {
    return <EmptyState picture="quiet" title={t(`empty-${tab}`)} hint={t(`empty-${tab}-hint`)} />;
  }
  const { next } = data;
  return (
    <>
      {problem && at && <Words tone="amber">{t('last-known', { time: timeWords(at) })}</Words>}
      {after === undefined && chosen.size === 0 && <Words tone="quiet">{t('choose-hint')}</Words>}
      {data.items.map((row) => (
        <QueueRow
          key={row.id}
          row={row}
          chosen={chosen.has(row.id)}
          choosing={chosen.size > 0}
          onChoose={() => onChoose(row)}
        />
      ))}
      {next !== undefined && onMore && <Button icon="down" label={t('more')} onPress={() => onMore(next)} />}
    </>
  );
}
