import { whoLooked } from '@grid-relief/shared-types/households/household.contract';
import { useProblemWords, useRead } from '@/api';
import { usePageParams } from '@/platform';
import { useText } from '@/text';
import { identityText } from '@/text/identity';
import { Card, EmptyState, FailedState, Icon, ListRow, Page, Skeleton, useTimeWords } from '@/ui';

const knownWhys = ['CALL', 'VISIT', 'CORRECT_ADDRESS', 'EMERGENCY'] as const;

/** Who opened our name, phone or door, when and why. */
export function LooksScreen() {
  const t = useText(identityText);
  const words = useProblemWords();
  const time = useTimeWords();
  const { id = '' } = usePageParams();
  const { data, problem, isLoading, refresh } = useRead(whoLooked, { params: { id } });
  const why = (code: string) => t(`why-${knownWhys.find((known) => known === code) ?? 'other'}`);
  return (
    <Page title={t('looks')}>
      {isLoading && <Skeleton />}
      {problem && !data && <FailedState what={words(problem)} onRetry={refresh} />}
      {data?.items.length === 0 && <EmptyState picture="quiet" title={t('looksNone')} hint={t('looksNoneHint')} />}
      {data && data.items.length > 0 && (
        <Card>
          {data.items.map((look, index) => (
            <ListRow
              key={`${look.at}-${look.who}`}
              lead={<Icon name="eye" />}
              title={t('lookWhy', { who: look.who, why: why(look.why) })}
              note={time(new Date(look.at))}
              last={index === data.items.length - 1}
            />
          ))}
        </Card>
      )}
    </Page>
  );
}
