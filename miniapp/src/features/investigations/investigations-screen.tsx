import { listInvestigations, openInvestigation } from '@grid-relief/shared-types/investigations/investigation.contract';
import type { InvestigationRow } from '@grid-relief/shared-types/investigations/investigation.schema';
import { useState } from 'react';
import { PagedList, useMayAsk, useReadPages } from '@/api';
import { useText } from '@/text';
import { caseWord, investigationsText } from '@/text/investigations';
import {
  BottomBar,
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
import { ClockChips } from './clock-chips';
import { openCase } from './open-case';
import { OpenSheet } from './open-sheet';

/** Open investigations of my areas; whose clock runs out first stands first (handbook 5.5). */
export function InvestigationsScreen() {
  const t = useText(investigationsText);
  const [isOpening, setOpening] = useState(false);
  const list = useReadPages(listInvestigations, { query: {} }, { everySeconds: 30 });
  const mayOpen = useMayAsk(openInvestigation);
  const open = <Button look="main" icon="plus" label={t('open')} onPress={() => setOpening(true)} />;
  return (
    <Page title={t('title')} wide banner={<NetworkBanner />} bottom={mayOpen && <BottomBar main={open} />}>
      <Rows>
        <PagedList
          of={list}
          rows={3}
          height={180}
          none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
          above={<Words tone="quiet">{t('hint')}</Words>}
          draw={(one) => <CaseCard key={one.id} of={one} />}
        />
      </Rows>
      {isOpening && <OpenSheet onClose={() => setOpening(false)} />}
    </Page>
  );
}

function CaseCard({ of }: { readonly of: InvestigationRow }) {
  const t = useText(investigationsText);
  const timeWords = useTimeWords();
  const { id, state, code, nameMasked: name, areaName: area, because, openedAt, clocks, contacts, confirmed } = of;
  const isLate = clocks.some((clock) => clock.isLate && clock.doneAt === undefined);
  return (
    <Card tone={isLate ? 'danger' : 'plain'}>
      <Rows gap={2}>
        <Line apart>
          <Heading size={5}>{t('whose', { name, code })}</Heading>
          <StatusChip icon="phone" tone="info" label={caseWord(t, 's', state)} />
        </Line>
        <Words block>{caseWord(t, 'b', because)}</Words>
        <Words tone="quiet" block>
          {t('found', { area, time: timeWords(new Date(openedAt)) })}
        </Words>
        <ClockChips clocks={clocks} />
        <Words block>{t('contacts-count', { count: contacts, sent: confirmed })}</Words>
        <Button icon="right" label={t('one-title')} onPress={() => openCase(id)} />
      </Rows>
    </Card>
  );
}
