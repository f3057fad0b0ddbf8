import { myTransfers } from '@grid-relief/shared-types/transfers/transfer.contract';
import { useRead } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { standingWord, transfersText } from '@/text/transfers';
import { Card, Heading, Icon, ListRow, useTimeWords, Words } from '@/ui';

/** To whoever is fetched and their home: that a car comes, its plate, about when, or that they come by themselves. */
export function MyCar() {
  const t = useText(transfersText);
  const timeWords = useTimeWords();
  const { data } = useRead(myTransfers, {}, { keepHours: 12, everySeconds: 30 });
  return (data?.items ?? []).map((trip) => {
    const { id, plate, expectedAt, from, siteName: site, goal } = trip;
    const isAlone = trip.kind === 'SELF_DRIVE';
    return (
      <Card key={id} tone="info">
        <Heading size={5}>{t(isAlone ? 'comes-alone' : 'comes')}</Heading>
        {!isAlone && plate === undefined && <Words block>{t('comes-wait')}</Words>}
        {plate !== undefined && (
          <Words size={4} strong block>
            {t('comes-plate', { plate })}
          </Words>
        )}
        <Words block>
          {expectedAt === undefined
            ? t('from', { time: timeWords(new Date(from)) })
            : t('expected', { time: timeWords(new Date(expectedAt)) })}
        </Words>
        <ListRow
          title={standingWord(t, trip)}
          note={site === undefined ? t(`to-${goal}`) : t('to', { site })}
          lead={<Icon name="car" />}
          onPress={() => void openPage('/packages/transfer/trip/index', { id })}
          last
        />
      </Card>
    );
  });
}
