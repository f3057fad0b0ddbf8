import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { episodeActions, quarantineResults } from '@grid-relief/shared-types/quarantine/episode.contract';
import { MoreOfList, SendingNote, useAct, useProblemWords, useReadPages } from '@/api';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { Button, Card, EmptyState, FailedState, Heading, Rows, Skeleton, useTimeWords, Words } from '@/ui';

type Tube = ResponseOf<typeof quarantineResults>['items'][number];

/** Tubes without a result, by number and time; whose they are stands nowhere. */
export function LabList() {
  const t = useText(quarantineDeskText);
  const problemWords = useProblemWords();
  const list = useReadPages(quarantineResults, { query: {} }, { everySeconds: 30 });
  return (
    <Rows>
      <Heading size={4}>{t('list-lab')}</Heading>
      {list.isLoading && <Skeleton rows={3} height={160} />}
      {list.data === undefined && list.problem && (
        <FailedState what={problemWords(list.problem)} onRetry={list.refresh} />
      )}
      {list.data && list.items.length === 0 && <EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
      {list.items.map((tube) => (
        <TubeCard key={tube.swab} tube={tube} />
      ))}
      <MoreOfList of={list} />
    </Rows>
  );
}

const results = [
  ['NEGATIVE', 'negative', 'check'],
  ['INVALID', 'invalid', 'bin'],
  ['POSITIVE', 'positive', 'warning'],
] as const;

function TubeCard({ tube }: { readonly tube: Tube }) {
  const t = useText(quarantineDeskText);
  const timeWords = useTimeWords();
  const doing = useAct(tube.episode);
  return (
    <Card>
      <Words size={5} strong block>
        {t('tube', { code: tube.code, time: timeWords(new Date(tube.takenAt)) })}
      </Words>
      <SendingNote of={doing} />
      {results.map(([result, word, icon]) => (
        <Button
          key={result}
          look={result === 'POSITIVE' ? 'danger' : 'quiet'}
          icon={icon}
          label={t(word)}
          onPress={() => void doing.act(episodeActions.bookResult, { swab: tube.swab, result })}
        />
      ))}
    </Card>
  );
}
