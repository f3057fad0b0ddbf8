import { gridQueue } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { listRuns } from '@grid-relief/shared-types/deliveries/run.contract';
import { onDuty } from '@grid-relief/shared-types/volunteers/volunteer.contract';
import { FailedRead, useRead } from '@/api';
import { useGoodsName } from '@/features/deliveries/goods-name';
import { useDeskWords } from '@/features/deliveries/grid-desk/desk-words';
import { withoutNeeds } from '@/features/deliveries/grid-desk/without-needs';
import { gridPage } from '@/features/grid/grid-bar';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { commandText } from '@/text/command';
import { Card, EmptyState, Heading, Icon, ListRow, Rows, Skeleton, StatusChip, Tiles, useTimeWords, Words } from '@/ui';
import { byArea, placesLeft, runsWithoutCarrier } from './exception-figures';

const everySeconds = 20;
const kept = { keepHours: 2, beforeKeeping: withoutNeeds, everySeconds };
const mostRows = 100;
const shownRows = 8;

const openQueue = (tab: string, area?: string) =>
  void openPage(gridPage('home'), { tab, ...(area !== undefined && { area }) });

/** Who waits too long, where, and whether there are hands: the numbers first, then the worst cases by name of place. */
export function Exceptions() {
  const t = useText(commandText);
  const timeWords = useTimeWords();
  const query = { tab: 'late', limit: mostRows } as const;
  const { data, at, problem, isLoading, refresh } = useRead(gridQueue, { query }, kept);
  if (isLoading) return <Skeleton rows={4} height={200} />;
  if (data === undefined) {
    return <FailedRead of={{ problem, refresh }} />;
  }
  const { counts, items } = data;
  return (
    <Rows>
      {problem && at && <Words tone="amber">{t('last-known', { time: timeWords(at) })}</Words>}
      <Tiles>
        <NumberCard label={t('late')} count={counts.late} isBad={counts.late > 0} onPress={() => openQueue('late')} />
        <NumberCard label={t('new')} count={counts.new} onPress={() => openQueue('new')} />
        <NumberCard label={t('asking')} count={counts.asking} onPress={() => openQueue('asking')} />
        <NumberCard label={t('all')} count={counts.all} onPress={() => openQueue('all')} />
      </Tiles>
      <Hands />
      <LatestRows rows={items} total={counts.late} />
      <Areas rows={items} />
    </Rows>
  );
}

type NumberCardProps = {
  readonly label: string;
  readonly count: number;
  readonly isBad?: boolean;
  readonly onPress: () => void;
};

function NumberCard({ label, count, isBad = false, onPress }: NumberCardProps) {
  return (
    <Card tone={isBad ? 'danger' : 'plain'} onPress={onPress}>
      <Words size={1} strong tone={isBad ? 'danger' : 'plain'} block>
        {count}
      </Words>
      <Words block>{label}</Words>
    </Card>
  );
}

/** Volunteers with room, and runs that nobody took yet; drawn once both are known. */
function Hands() {
  const t = useText(commandText);
  const duty = useRead(onDuty, { query: { limit: mostRows } }, { everySeconds });
  const runs = useRead(listRuns, { query: { limit: 50 } }, { everySeconds });
  if (duty.data === undefined || runs.data === undefined) return null;
  const places = placesLeft(duty.data.items);
  const lone = runsWithoutCarrier(runs.data.items);
  return (
    <Tiles>
      <NumberCard
        label={t('places')}
        count={places}
        isBad={places === 0}
        onPress={() => void openPage(gridPage('duty'))}
      />
      <NumberCard
        label={t('lone-runs')}
        count={lone}
        isBad={lone > 0}
        onPress={() => void openPage(gridPage('runs'))}
      />
    </Tiles>
  );
}

type RowsProps = { readonly rows: readonly DeliveryRow[] };

function LatestRows({ rows, total }: RowsProps & { readonly total: number }) {
  const goods = useGoodsName();
  const t = useText(commandText);
  const words = useDeskWords();
  if (rows.length === 0) return <EmptyState picture="quiet" title={t('none-late')} hint={t('none-late-hint')} />;
  const sorted = [...rows].sort((a, b) => (a.waitingSince < b.waitingSince ? -1 : 1)).slice(0, shownRows);
  return (
    <Card>
      <Heading size={5}>{t('longest')}</Heading>
      {sorted.map((row, index) => (
        <ListRow
          key={row.id}
          title={`${words.wait(new Date(row.waitingSince), new Date())} · ${row.areaName}`}
          note={`${goods.rows(row)} · ${words.next(row.state)}`}
          end={<StatusChip icon="flag" tone={row.priority < 'P2' ? 'danger' : 'plain'} label={t(row.priority)} />}
          onPress={() => void openPage(gridPage('delivery'), { id: row.id })}
          last={index === sorted.length - 1 && total <= sorted.length}
        />
      ))}
      {total > sorted.length && (
        <ListRow title={t('see-all', { count: total })} onPress={() => openQueue('late')} last />
      )}
    </Card>
  );
}

/** Places with late requests, the longest wait first. */
function Areas({ rows }: RowsProps) {
  const t = useText(commandText);
  const words = useDeskWords();
  const areas = byArea(rows);
  if (areas.length < 2) return null;
  return (
    <Card>
      <Heading size={5}>{t('by-area')}</Heading>
      {areas.map(({ area, name, count, since }, index) => (
        <ListRow
          key={area}
          title={name}
          note={t('area-note', { count, wait: words.wait(new Date(since), new Date()) })}
          lead={<Icon name="map-pin" />}
          onPress={() => openQueue('late', area)}
          last={index === areas.length - 1}
        />
      ))}
    </Card>
  );
}
