import type { DeliveryRow } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useState } from 'react';
import { useProblemWords } from '@/api';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { queueText } from '@/text/grid-queue';
import { Button, type IconName, ListRow, Rows, Sheet, StatusChip, type Tone, Words } from '@/ui';
import { type ManyAct, type ManyInput, type ManyResult, manyActs } from './many-acts';
import { PriorityButtons } from './priority-buttons';

const holdReasons = ['HOUSEHOLD_MOVED', 'IN_HOSPITAL', 'ASK_FIRST', 'NOT_REACHED'] as const;

type ManySheetProps = {
  readonly rows: readonly DeliveryRow[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSend: (act: ManyAct, input: ManyInput) => void;
};

/** What to do with all chosen requests; only what at least one of them can take now. */
export function ManySheet({ rows, open, onClose, onSend }: ManySheetProps) {
  const t = useText(queueText);
  const desk = useText(deskText);
  const [act, setAct] = useState<ManyAct>();
  const offered = manyActs.filter((each) => rows.some(({ actions }) => actions.includes(each)));
  const close = () => {
    setAct(undefined);
    onClose();
  };
  const send = (chosen: ManyAct, input: ManyInput) => {
    close();
    onSend(chosen, input);
  };
  const press = (each: ManyAct) => (each === 'resume' || each === 'unbatch' ? send(each, {}) : setAct(each));
  return (
    <Sheet
      title={
        act === undefined
          ? t('together-title', { count: rows.length })
          : t('together-act', { act: desk(`do-${act}`), count: rows.length })
      }
      open={open}
      onClose={close}
    >
      <Rows gap={2}>
        {act === undefined &&
          offered.map((each) => <Button key={each} label={desk(`do-${each}`)} onPress={() => press(each)} />)}
        {act === undefined && offered.length === 0 && <Words>{t('result-skipped')}</Words>}
        {act === 'hold' &&
          holdReasons.map((code) => (
            <Button key={code} label={desk(`reason-${code}`)} onPress={() => send('hold', { reason: { code } })} />
          ))}
        {act === 'triage' && <PriorityButtons onChoose={(priority) => send('triage', { priority })} />}
        {act === 'raisePriority' && (
          <PriorityButtons
            onChoose={(priority) => send('raisePriority', { priority, reason: { code: 'GRID_RAISED' } })}
          />
        )}
      </Rows>
    </Sheet>
  );
}

const looks: Readonly<Record<ManyResult['state'], { readonly icon: IconName; readonly tone: Tone }>> = {
  waiting: { icon: 'clock', tone: 'amber' },
  sending: { icon: 'up', tone: 'info' },
  sent: { icon: 'check', tone: 'leaf' },
  refused: { icon: 'cross', tone: 'danger' },
  skipped: { icon: 'minus', tone: 'plain' },
};

type ResultsProps = {
  readonly results: readonly ManyResult[];
  readonly onRetry: () => void;
  readonly onClose: () => void;
};

/** The plain result of each request, with the reason where it was refused. */
export function ManyResults({ results, onRetry, onClose }: ResultsProps) {
  const t = useText(queueText);
  const problemWords = useProblemWords();
  const count = (...states: ManyResult['state'][]) => results.filter(({ state }) => states.includes(state)).length;
  const refused = count('refused');
  const tally = { done: count('sent'), refused, skipped: count('skipped'), open: count('waiting', 'sending') };
  const wordsOf = ({ state, problem }: ManyResult) =>
    state === 'refused' ? (problem ? problemWords(problem) : t('result-waiting')) : t(`result-${state}`);
  return (
    <Sheet title={t('together-done')} open={results.length > 0} onClose={onClose}>
      <Rows gap={2}>
        <Words strong reads={{ role: 'status', live: 'polite' }}>
          {t('result-tally', tally)}
        </Words>
        {results.map((result) => (
          <ListRow
            key={result.row.id}
            title={result.row.code}
            note={wordsOf(result)}
            end={<StatusChip {...looks[result.state]} label={result.row.areaName} />}
          />
        ))}
        {refused > 0 && <Button icon="refresh" label={t('result-again')} onPress={onRetry} />}
        <Button look="main" label={t('result-close')} onPress={onClose} />
      </Rows>
    </Sheet>
  );
}
