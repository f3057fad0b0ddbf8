import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { owedInArea, repay, takeBack } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { enqueue, FailedRead, newId, SendingNote, useAct, useHolds, useRead } from '@/api';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { gridMoneyText } from '@/text/grid-money';
import {
  Button,
  Card,
  EmptyState,
  formatFen,
  Line,
  Money,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  useTimeWords,
  Words,
} from '@/ui';
import { RunMoneyCards } from './run-money';

type Row = ResponseOf<typeof owedInArea>['items'][number];
const payers: readonly string[] = ['COMMUNITY_CASHIER', 'TOWNSHIP_DISPATCHER'];

/** What volunteers paid for households and have not back yet, overdue first; the product records money, it moves none. */
export function OwedScreen() {
  const t = useText(gridMoneyText);
  const { data, problem, isLoading, refresh } = useRead(owedInArea, { query: { limit: 100 } });
  const mayRepay = useHolds()(payers);
  const sum = data?.items.reduce((total, row) => total + openFenOf(row), 0) ?? 0;
  return (
    <Page title={t('owed-title')} banner={<NetworkBanner />}>
      <Rows>
        {isLoading && <Skeleton rows={4} height={160} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {data?.items.length === 0 && <EmptyState title={t('owed-none')} hint={t('owed-none-hint')} />}
        {sum > 0 && (
          <Words size={3} strong>
            {t('owed-sum', { money: formatFen(sum) })}
          </Words>
        )}
        {sum > 0 && !mayRepay && <Words tone="quiet">{t('owed-only-look')}</Words>}
        {data && <RunMoneyCards />}
        {data?.items.map((row) => (
          <OwedCard key={row.id} row={row} mayRepay={mayRepay} />
        ))}
      </Rows>
    </Page>
  );
}

/** What the volunteer still waits for: of an advance that was paid back in part, the rest. */
function openFenOf({ openFen, amountFen, settledAt }: Row): number {
  return openFen ?? (settledAt === undefined ? amountFen : 0);
}

function OwedCard({ row, mayRepay }: { readonly row: Row; readonly mayRepay: boolean }) {
  const t = useText(gridMoneyText);
  const timeWords = useTimeWords();
  const doing = useAct(row.id);
  const isDone = row.settledAt !== undefined;
  const { overFen = 0 } = row;
  const open = openFenOf(row);
  const isOnItsWay = useOnItsWay(doing, `${open} ${overFen}`);
  const pay = () => void enqueue(repay, { params: { id: row.id }, body: { opId: newId() } }, row.id);
  const fetch = () => void enqueue(takeBack, { params: { id: row.id }, body: { opId: newId() } }, row.id);
  return (
    <Card tone={row.overdue ? 'danger' : 'plain'}>
      <Line apart>
        <Money fen={overFen > 0 ? overFen : open} size={3} />
        {row.overdue && <StatusChip icon="clock" tone="danger" label={t('owed-overdue')} />}
        {isDone && overFen === 0 && <StatusChip icon="check" tone="leaf" label={t('owed-settled')} />}
      </Line>
      <Words strong>{[row.who, row.code].filter(Boolean).join(' · ')}</Words>
      <Words tone="quiet">
        {[
          t(`kind-${row.kind}`),
          open > 0 && open < row.amountFen && t('owed-of', { money: formatFen(row.amountFen) }),
          timeWords(new Date(row.at)),
          row.dueAt === undefined ? '' : t('owed-due', { time: timeWords(new Date(row.dueAt)) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Words>
      {overFen > 0 && <Words tone="amber">{t('owed-over', { money: formatFen(overFen) })}</Words>}
      {row.told !== undefined && !isDone && <Words tone="danger">{t(`told-${row.told}`)}</Words>}
      <SendingNote of={doing} />
      {mayRepay && !isDone && !isOnItsWay(repay) && (
        <Button icon="yuan" label={t('owed-repay', { who: row.who })} onPress={pay} />
      )}
      {mayRepay && overFen > 0 && !isOnItsWay(takeBack) && (
        <Button icon="yuan" label={t('owed-take-back')} onPress={fetch} />
      )}
    </Card>
  );
}
