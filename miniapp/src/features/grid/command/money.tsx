import { owedInArea } from '@grid-relief/shared-types/deliveries/ledger.contract';
import { FailedRead, useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { commandText } from '@/text/command';
import { Card, formatFen, Heading, Icon, ListRow, Skeleton, StatusChip } from '@/ui';

const mostRows = 100;

/** What volunteers paid for others and have not back; overdue is said in words, and the list is one tap away. */
export function Money() {
  const t = useText(commandText);
  const { data, problem, isLoading, refresh } = useRead(owedInArea, { query: { limit: mostRows } });
  if (isLoading) return <Skeleton rows={1} height={200} />;
  if (data === undefined) return <FailedRead of={{ problem, refresh }} />;
  const open = data.items.filter(({ settledAt }) => settledAt === undefined);
  const overdue = open.filter((row) => row.overdue).length;
  const money = formatFen(open.reduce((sum, { amountFen }) => sum + amountFen, 0));
  return (
    <Card tone={overdue > 0 ? 'danger' : 'plain'}>
      <Heading size={5}>{t('money')}</Heading>
      <ListRow
        title={open.length === 0 ? t('owed-none') : t('owed', { count: open.length, money })}
        lead={<Icon name="yuan" />}
        {...(overdue > 0 && {
          end: <StatusChip icon="clock" tone="danger" label={t('owed-overdue', { count: overdue })} />,
        })}
        onPress={() => void openPage('/packages/command/owed/index')}
        last
      />
    </Card>
  );
}
