import { returnedGoods } from '@grid-relief/shared-types/deliveries/returned-goods.contract';
import { useState } from 'react';
import { PagedList, useReadPages } from '@/api';
import { useText } from '@/text';
import { returnedGoodsText } from '@/text/returned-goods';
import { Chip, EmptyState, Line, NetworkBanner, Page, Rows, Words } from '@/ui';
import { ReturnCard } from './return-card';

const tabs = ['coming', 'counted'] as const;

/** What comes back to a store, whatever waits longest first, and what was counted in lately (handbook 2.1). */
export function ReturnedGoodsScreen() {
  const t = useText(returnedGoodsText);
  const [tab, setTab] = useState<(typeof tabs)[number]>('coming');
  const list = useReadPages(returnedGoods, { query: { tab } }, { keepHours: 12, everySeconds: 30 });
  return (
    <Page title={t('title')} banner={<NetworkBanner />}>
      <Rows>
        <Line>
          {tabs.map((each) => (
            <Chip key={each} label={t(`tab-${each}`)} chosen={tab === each} onPress={() => setTab(each)} />
          ))}
        </Line>
        <PagedList
          of={list}
          height={240}
          none={<EmptyState picture="quiet" title={t(`none-${tab}`)} hint={t(`none-${tab}-hint`)} />}
          above={tab === 'coming' && <Words tone="quiet">{t('hint')}</Words>}
          draw={(goods) => <ReturnCard key={goods.id} goods={goods} />}
        />
      </Rows>
    </Page>
  );
}
