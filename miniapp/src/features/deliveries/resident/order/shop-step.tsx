import { listShops } from '@grid-relief/shared-types/shops/shop.contract';
import { FailedRead, LastKnown, useRead } from '@/api';
import { useText } from '@/text';
import { orderText } from '@/text/order';
import { Card, EmptyState, Icon, ListRow, NetworkBanner, Page, Skeleton } from '@/ui';
import { CallGrid } from '../returnee-sheet';
import type { StepProps } from './step-props';

/** Which shop: pharmacies for medicine, supermarkets for the rest. */
export function ShopStep({ draft, change }: StepProps) {
  const t = useText(orderText);
  const kind = draft.kind === 'MEDICINE' ? 'PHARMACY' : draft.kind === 'MEAL' ? 'KITCHEN' : 'SUPERMARKET';
  const { data, at, problem, isLoading, refresh } = useRead(listShops, { query: { kind } }, { keepHours: 48 });
  const choose = (shop: string) => change({ step: 'goods', shop, ...(shop !== draft.shop && { items: [] }) });
  return (
    <Page title={t('chooseShop')} banner={<NetworkBanner />}>
      {isLoading && <Skeleton />}
      {!data && <FailedRead of={{ problem, refresh }} help={<CallGrid />} />}
      {data && <LastKnown of={{ problem, at }} isEmpty={data.items.length === 0} />}
      {data?.items.length === 0 && <EmptyState title={t('noShops')} action={<CallGrid />} />}
      {data && data.items.length > 0 && (
        <Card>
          {data.items.map(({ id, name, open }, index) => (
            <ListRow
              key={id}
              lead={<Icon name={kind === 'PHARMACY' ? 'pill' : 'basket'} />}
              title={name}
              note={t('open', { hours: open })}
              onPress={() => choose(id)}
              last={index === data.items.length - 1}
            />
          ))}
        </Card>
      )}
    </Page>
  );
}
