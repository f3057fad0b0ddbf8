import { gridQueue } from '@grid-relief/shared-types/deliveries/delivery.contract';
import { mergeInto } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { FailedRead, useRead } from '@/api';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { Card, ListRow, Rows, Skeleton, Words } from '@/ui';
import { useGoodsName } from '../goods-name';
import type { FormProps } from './desk-form';
import { useDeskWords } from './desk-words';

/** The open request that goes on; both authors keep seeing it. */
export function MergeForm({ view, doing, onClose }: FormProps) {
  const goods = useGoodsName();
  const t = useText(deskText);
  const words = useDeskWords();
  const { data, problem, isLoading, refresh } = useRead(gridQueue, {
    query: { tab: 'all', area: view.area, limit: 100 },
  });
  if (isLoading) return <Skeleton rows={3} height={120} />;
  if (data === undefined) {
    return <FailedRead of={{ problem, refresh }} />;
  }
  const others = data.items.filter(({ id, kind, area }) => id !== view.id && kind === view.kind && area === view.area);
  return (
    <Rows gap={2}>
      <Words tone="quiet">{others.length === 0 ? t('merge-none') : t('merge-hint')}</Words>
      <Card>
        {others.map((row, index) => (
          <ListRow
            key={row.id}
            title={`${row.code} · ${goods.rows(row)}`}
            note={`${row.areaName} · ${words.state(row.state)}`}
            last={index === others.length - 1}
            onPress={() => {
              onClose();
              void doing.act(mergeInto, { into: row.id, reason: { code: 'DUPLICATE' } });
            }}
          />
        ))}
      </Card>
    </Rows>
  );
}
