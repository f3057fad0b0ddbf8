import { myDeliveries } from '@grid-relief/shared-types/deliveries/delivery.contract';
import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { PagedList, useReadPages } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { deliveryText, kindWords, stateWords } from '@/text/delivery-words';
import { residentText } from '@/text/resident';
import {
  Button,
  Card,
  EmptyState,
  formatFen,
  Line,
  NetworkBanner,
  Page,
  Rows,
  StatusChip,
  useMarks,
  useTimeWords,
  Words,
} from '@/ui';
import { useGoodsName } from '../goods-name';
import { isInCare, isUnderWay, lookOf, stateRead } from './delivery-look';
import { CallGrid } from './returnee-sheet';

/** Earlier requests, newest first, each to look at or to repeat; without a network as they were known last. */
export function HistoryScreen() {
  const t = useText(residentText);
  const list = useReadPages(myDeliveries, { query: {} }, { keepHours: 24 });
  return (
    <Page title={t('history')} banner={<NetworkBanner />}>
      <Rows>
        <PagedList
          of={list}
          none={<EmptyState title={t('historyNone')} hint={t('historyNoneHint')} />}
          draw={(row) => <Earlier key={row.id} row={row} />}
          help={<CallGrid />}
        />
      </Rows>
    </Page>
  );
}

function Earlier({ row }: { readonly row: DeliveryRow }) {
  const goods = useGoodsName();
  const marks = useMarks();
  const t = useText(residentText);
  const d = useText(deliveryText);
  const time = useTimeWords();
  return (
    <Card>
      <Rows gap={2}>
        <Line apart>
          <StatusChip {...lookOf(stateRead(row, row.state))} label={stateWords(d, stateRead(row, row.state))} />
          <Words tone="quiet">{time(new Date(row.waitingSince))}</Words>
        </Line>
        <Words size={5} strong block>
          {marks.said(kindWords(d, row.kind), goods.rows(row))}
        </Words>
        {!isInCare(row) && (
          <Words tone="quiet">{t('repeatNote', { count: row.lineCount, price: formatFen(row.estimateFen) })}</Words>
        )}
        <Line>
          <Button
            icon="list"
            label={t('look')}
            onPress={() => void openPage('/pages/delivery/index', { id: row.id })}
          />
          {!isUnderWay(row.state) && (
            <Button
              icon="refresh"
              label={t('again')}
              onPress={() => void openPage('/pages/order/index', { kind: row.kind, again: row.id })}
            />
          )}
        </Line>
      </Rows>
    </Card>
  );
}
