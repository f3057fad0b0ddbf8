import { whoLooked } from '@grid-relief/shared-types/households/household.contract';
import { FailedRead, MoreOfList, useReadPages } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { identityText } from '@/text/identity';
import { Card, EmptyState, Icon, ListRow, Page, Rows, Skeleton, useTimeWords } from '@/ui';

const knownWhys = [
  'DELIVERY',
  'CALL',
  'VISIT',
  'CORRECT_ADDRESS',
  'EMERGENCY',
  'PHARMACY_REGISTER',
  'PHARMACY_ASKS_AGAIN',
] as const;

/** Who opened our name, phone or door, when and why. */
export function LooksScreen() {
  const t = useText(identityText);
  const time = useTimeWords();
  const { id = '' } = usePageParams();
  const list = useReadPages(whoLooked, { params: { id } });
  const { data, items, problem, isLoading, refresh } = list;
  const why = (code: string) => t(`why-${knownWhys.find((known) => known === code) ?? 'other'}`);
  return (
    <Page title={t('looks')}>
      {isLoading && <Skeleton />}
      {!data && <FailedRead of={{ problem, refresh }} />}
      {data && items.length === 0 && <EmptyState picture="quiet" title={t('looksNone')} hint={t('looksNoneHint')} />}
      {items.length > 0 && (
        <Rows>
          <Card>
            {items.map((look, index) => (
              <ListRow
                key={`${look.at}-${look.who}`}
                lead={<Icon name="eye" />}
                title={t('lookWhy', { who: look.who, why: why(look.why) })}
                note={time(new Date(look.at))}
                last={index === items.length - 1}
              />
            ))}
          </Card>
          <MoreOfList of={list} />
        </Rows>
      )}
    </Page>
  );
}
