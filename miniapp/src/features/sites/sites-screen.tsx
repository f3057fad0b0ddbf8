import { listSites, openSite } from '@grid-relief/shared-types/quarantine/site.contract';
import type { SiteRow } from '@grid-relief/shared-types/quarantine/site.schema';
import { useState } from 'react';
import { FailedRead, useMayAsk, useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { sitesText } from '@/text/sites';
import { Button, Card, EmptyState, Heading, Line, NetworkBanner, Page, Rows, Skeleton, StatusChip, Words } from '@/ui';
import { IntakeNote } from './intake-note';
import { OpenSheet } from './open-sheet';

/** Every quarantine site with its free rooms, those that are short of them told apart (handbook 1, C14). */
export function SitesScreen() {
  const t = useText(sitesText);
  const list = useRead(listSites, {}, { everySeconds: 30 });
  const { data, isLoading } = list;
  const mayOpen = useMayAsk(openSite);
  const [isOpening, setOpening] = useState(false);
  const items = data?.items ?? [];
  const short = items.filter(({ isLow }) => isLow).length;
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={200} />}
        {data === undefined && <FailedRead of={list} />}
        {data && items.length === 0 && <EmptyState picture="door" title={t('none')} hint={t('none-hint')} />}
        {items.length > 0 && <Words tone="quiet">{t(short > 0 ? 'hint-short' : 'hint', { count: short })}</Words>}
        {items.map((site) => (
          <SiteCard key={site.id} site={site} />
        ))}
        {data && mayOpen && <Button icon="plus" label={t('open-new')} onPress={() => setOpening(true)} />}
      </Rows>
      {isOpening && <OpenSheet onClose={() => setOpening(false)} />}
    </Page>
  );
}

function SiteCard({ site }: { readonly site: SiteRow }) {
  const t = useText(sitesText);
  const { id, name, areaName, counts, rooms, isLow, threshold, arriving } = site;
  return (
    <Card tone={isLow ? 'danger' : 'plain'}>
      <Line apart>
        <Heading size={4}>{name}</Heading>
        <StatusChip
          icon={isLow ? 'warning' : 'check'}
          tone={isLow ? 'danger' : 'leaf'}
          label={t(isLow ? 'is-low' : 'is-enough')}
        />
      </Line>
      <Words size={3} strong block>
        {t('free-of', { free: counts.clean, rooms })}
      </Words>
      {isLow && <Words block>{t('why-low', { threshold })}</Words>}
      <IntakeNote site={site} />
      <Words tone="quiet" block>
        {t('counts', { living: counts.occupied + counts.sampled, kept: counts.reserved, cleaning: counts.cleaning })}
      </Words>
      <Words tone="quiet" block>
        {[areaName !== name && areaName, arriving > 0 && t('arriving', { heads: arriving })]
          .filter(Boolean)
          .join(' · ')}
      </Words>
      <Button icon="door" label={t('open')} onPress={() => void openPage('/packages/command/site/index', { id })} />
    </Card>
  );
}
