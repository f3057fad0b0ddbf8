import type { ResponseOf } from '@grid-relief/shared-types/contract';
import { episodeActions, quarantineResults } from '@grid-relief/shared-types/quarantine/episode.contract';
import { useState } from 'react';
import { type Act, PagedList, SendingNote, useAct, useReadPages } from '@/api';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { Button, Card, EmptyState, Heading, Rows, useTimeWords, Words } from '@/ui';

type Tube = ResponseOf<typeof quarantineResults>['items'][number];

/** Tubes without a result, by number and time; whose they are stands nowhere. */
export function LabList() {
  const t = useText(quarantineDeskText);
  const list = useReadPages(quarantineResults, { query: {} }, { everySeconds: 30 });
  return (
    <Rows>
      <Heading size={4}>{t('list-lab')}</Heading>
      <PagedList
        of={list}
        none={<EmptyState picture="quiet" title={t('none')} hint={t('none-hint')} />}
        draw={(tube) => <TubeCard key={tube.swab} tube={tube} />}
      />
    </Rows>
  );
}

const results = [
  ['NEGATIVE', 'negative', 'check'],
  ['INVALID', 'invalid', 'bin'],
  ['POSITIVE', 'positive', 'warning'],
] as const;
type Result = (typeof results)[number][0];

function TubeCard({ tube }: { readonly tube: Tube }) {
  const t = useText(quarantineDeskText);
  const timeWords = useTimeWords();
  const doing = useAct(tube.episode);
  const [isAsking, setAsking] = useState(false);
  const book = (result: Result) => {
    setAsking(false);
    void doing.act(episodeActions.bookResult, { swab: tube.swab, result });
  };
  return (
    <Card>
      <Words size={5} strong block>
        {t('tube', { code: tube.code, time: timeWords(new Date(tube.takenAt)) })}
      </Words>
      <SendingNote of={doing} />
      {!isBooked(doing, tube) &&
        !isAsking &&
        results.map(([result, word, icon]) => (
          <Button
            key={result}
            look={result === 'POSITIVE' ? 'danger' : 'quiet'}
            icon={icon}
            label={t(word)}
            onPress={() => (result === 'POSITIVE' ? setAsking(true) : book(result))}
          />
        ))}
      {isAsking && <SurePositive code={tube.code} onYes={() => book('POSITIVE')} onNo={() => setAsking(false)} />}
    </Card>
  );
}

/** Answered for, and not refused: the tube leaves the list with the next reading. One home may have several tubes. */
function isBooked({ commands }: Act, { swab }: Tube): boolean {
  return commands.some(({ name, state, body }) => {
    const { swab: answered }: { swab?: unknown } = { ...(typeof body === 'object' ? body : {}) };
    return name === episodeActions.bookResult.name && state !== 'refused' && answered === swab;
  });
}

type SureProps = { readonly code: string; readonly onYes: () => void; readonly onNo: () => void };

/** A positive result calls people to a door: the number is read once more. */
function SurePositive({ code, onYes, onNo }: SureProps) {
  const t = useText(quarantineDeskText);
  return (
    <>
      <Words strong block>
        {t('sure-positive', { code })}
      </Words>
      <Button look="danger" icon="check" label={t('yes-positive')} onPress={onYes} />
      <Button icon="left" label={t('not-yet')} onPress={onNo} />
    </>
  );
}
