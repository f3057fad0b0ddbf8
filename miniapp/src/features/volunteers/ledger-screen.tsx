import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { myLedger } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { useState } from 'react';
import { FailedRead, LastKnown, useRead } from '@/api';
import { workHours } from '@/features/deliveries/carrying/use-delivery';
import { useText } from '@/text';
import { volunteerText } from '@/text/volunteer';
import {
  BottomBar,
  Button,
  Card,
  EmptyState,
  formatFen,
  Heading,
  Line,
  Money,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  TimeText,
  Words,
} from '@/ui';

type Ledger = ResponseOf<typeof myLedger>;
type Row = Ledger['items'][number];

/** What I paid first and what is still owed to me, newest first. */
export function LedgerScreen() {
  const t = useText(volunteerText);
  const [after, setAfter] = useState<string>();
  const query = after === undefined ? {} : { after };
  const { data, at, problem, isLoading, refresh } = useRead(myLedger, { query }, { keepHours: workHours });
  const { next } = data ?? {};
  return (
    <Page
      title={t('ledger-title')}
      banner={<NetworkBanner />}
      bottom={next !== undefined && <BottomBar main={<Button label={t('more')} onPress={() => setAfter(next)} />} />}
    >
      {isLoading && <Skeleton rows={4} />}
      {data === undefined && <FailedRead of={{ problem, refresh }} />}
      {data && <LastKnown of={{ problem, at }} isEmpty={data.items.length === 0} />}
      {data && <Entries ledger={data} />}
    </Page>
  );
}

function Entries({ ledger }: { readonly ledger: Ledger }) {
  const t = useText(volunteerText);
  if (ledger.items.length === 0)
    return <EmptyState title={t('ledger-none')} hint={t('ledger-none-hint')} picture="quiet" />;
  const isClear = ledger.owedToMeFen === 0;
  return (
    <Rows>
      <Card tone={isClear ? 'leaf' : 'amber'}>
        <Words>{t(isClear ? 'ledger-clear' : 'ledger-owed')}</Words>
        <Money fen={ledger.owedToMeFen} size={1} />
        {!isClear && <Words tone="quiet">{t('ledger-why')}</Words>}
      </Card>
      {ledger.items.map((row) => (
        <Entry key={row.id} row={row} />
      ))}
    </Rows>
  );
}

function Entry({ row }: { readonly row: Row }) {
  const t = useText(volunteerText);
  return (
    <Card>
      <Line apart>
        <Heading size={5}>{`${t(`kind-${row.kind}`)}${row.code === undefined ? '' : ` · ${row.code}`}`}</Heading>
        <Money fen={row.amountFen} size={4} />
      </Line>
      <Line apart>
        <TimeText at={new Date(row.at)} />
        {row.kind === 'ADVANCED' && <SettledChip row={row} />}
      </Line>
    </Card>
  );
}

function SettledChip({
  row: { settledAt, overdue, amountFen, openFen = amountFen, overFen = 0 },
}: {
  readonly row: Row;
}) {
  const t = useText(volunteerText);
  if (overFen > 0)
    return <StatusChip icon="warning" tone="amber" label={t('row-over', { money: formatFen(overFen) })} />;
  if (settledAt !== undefined) return <StatusChip icon="check" tone="leaf" label={t('row-settled')} />;
  if (overdue) return <StatusChip icon="warning" tone="danger" label={t('row-overdue')} />;
  const left = openFen < amountFen ? t('row-left', { money: formatFen(openFen) }) : t('row-open');
  return <StatusChip icon="clock" tone="amber" label={left} />;
}
