import { myDeliveries } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useState } from 'react';
import { FailedRead, LastKnown, useActingFor, useMyPosts, useRead, useUnsentCount } from '@/api';
import { InCareNote } from '@/features/household-events/in-care-note';
import { ActingFor } from '@/features/identity/acting-for';
import { WorkspaceBar } from '@/features/identity/workspaces';
import { InboxBell } from '@/features/notices/inbox-bell';
import { MyDaysEntry } from '@/features/quarantine/my-days-entry';
import { HostCard, useIsHost } from '@/features/returnees/host-card';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { badgeCheckText } from '@/text/badge-check';
import { residentText } from '@/text/resident';
import {
  Card,
  EmptyState,
  formatFen,
  Heading,
  Icon,
  IconButton,
  ListRow,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  UnsentBadge,
  Words,
} from '@/ui';
import { useGoodsName } from '../goods-name';
import { MyPosts } from '../post/my-posts';
import { byTurn, isUnderWay } from './delivery-look';
import { HomeTiles } from './home-tiles';
import { CallGrid, ReturneeSheet } from './returnee-sheet';
import { UnderWayCard } from './under-way-card';

const repeatsShown = 3;

/** A resident's home: the one thing under way, what can be asked for, and the last orders to repeat. */
export function HomeScreen() {
  const t = useText(residentText);
  const tBadge = useText(badgeCheckText);
  const unsent = useUnsentCount();
  const household = useActingFor()?.household;
  const [isReturneeOpen, setReturneeOpen] = useState(false);
  const { data, at, problem, isLoading, refresh } = useRead(myDeliveries, { query: {} }, { keepHours: 24 });
  const leads = useMyPosts().length > 0;
  const isHost = useIsHost();
  const rows = (data?.items ?? []).filter(({ forPost }) => !forPost);
  const open = rows.filter(({ state }) => isUnderWay(state)).sort(byTurn);
  const done = rows.filter(({ state, kind }) => !isUnderWay(state) && kind !== 'ERRAND').slice(0, repeatsShown);
  const aside = (
    <>
      <InboxBell />
      <IconButton icon="gear" label={t('settings')} onPress={() => void openPage('/pages/settings/index')} />
    </>
  );
  return (
    <Page
      title={t('title')}
      back={false}
      aside={aside}
      banner={<NetworkBanner />}
      bottom={<WorkspaceBar here="resident" />}
    >
      <Rows>
        <UnsentBadge count={unsent} onPress={() => void openPage('/pages/unsent/index')} />
        <ActingFor />
        <InCareNote />
        <MyDaysEntry />
        <MyPosts rows={data?.items} />
        <HostCard />
        {isLoading && <Skeleton rows={1} height={440} />}
        {!data && <FailedRead of={{ problem, refresh }} />}
        {data && <LastKnown of={{ problem, at }} />}
        {open.map((row) => (
          <UnderWayCard key={row.id} row={row} />
        ))}
        {data && open.length === 0 && household !== undefined && <NothingUnderWay />}
        {household !== undefined && <HomeTiles onReturnee={() => setReturneeOpen(true)} />}
        {household === undefined && !leads && !isHost && (
          <EmptyState picture="door" title={t('noHousehold')} hint={t('noHouseholdHint')} />
        )}
        {done.length > 0 && <Repeats rows={done} />}
        <Card>
          <ListRow
            title={t('history')}
            lead={<Icon name="list" />}
            onPress={() => void openPage('/pages/history/index')}
          />
          {!isHost && (
            <ListRow
              title={t('returnees')}
              lead={<Icon name="home" />}
              onPress={() => void openPage('/packages/returnee/list/index')}
            />
          )}
          <ListRow
            title={tBadge('badge')}
            lead={<Icon name="shield" />}
            onPress={() => void openPage('/pages/badge/index')}
            last
          />
        </Card>
        <CallGrid />
      </Rows>
      <ReturneeSheet open={isReturneeOpen} onClose={() => setReturneeOpen(false)} />
    </Page>
  );
}

function NothingUnderWay() {
  const t = useText(residentText);
  return (
    <Card>
      <Words size={5} strong block>
        {t('nothing')}
      </Words>
      <Words tone="quiet">{t('nothingHint')}</Words>
    </Card>
  );
}

function Repeats({ rows }: { readonly rows: readonly DeliveryRow[] }) {
  const goods = useGoodsName();
  const t = useText(residentText);
  return (
    <Card>
      <Heading>{t('repeatTitle')}</Heading>
      {rows.map((row, index) => (
        <ListRow
          key={row.id}
          title={goods.rows(row)}
          note={t('repeatNote', { count: row.lineCount, price: formatFen(row.estimateFen) })}
          onPress={() => void openPage('/pages/order/index', { kind: row.kind, again: row.id })}
          last={index === rows.length - 1}
        />
      ))}
    </Card>
  );
}
