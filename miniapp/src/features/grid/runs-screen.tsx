import { listRuns, type RunView, runActions } from '@grid-relief/shared-types/deliveries/run.contract';
import { useState } from 'react';
import { FailedRead, SendingNote, useAct, useRead } from '@/api';
import { type Reader, useText, wordOr } from '@/text';
import { gridText } from '@/text/grid';
import {
  Button,
  Card,
  EmptyState,
  formatFen,
  Line,
  NetworkBanner,
  Page,
  Rows,
  Skeleton,
  StatusChip,
  useTimeWords,
  Words,
} from '@/ui';
import { GridBar } from './grid-bar';
import { RunDoorsSheet } from './run-doors-sheet';
import { RunPeopleSheet } from './run-people-sheet';

/** Open runs of my area; one that still takes orders may be closed, which fixes its list and walking order. */
export function RunsScreen() {
  const t = useText(gridText);
  const { data, problem, isLoading, refresh } = useRead(listRuns, { query: { limit: 50 } }, { everySeconds: 30 });
  return (
    <Page title={t('runs-title')} back={false} banner={<NetworkBanner />} bottom={<GridBar here="runs" />}>
      <Rows>
        {isLoading && <Skeleton rows={3} height={240} />}
        {data === undefined && <FailedRead of={{ problem, refresh }} />}
        {data?.items.length === 0 && <EmptyState title={t('runs-none')} hint={t('runs-none-hint')} />}
        {data?.items.map((run) => (
          <RunCard key={run.id} run={run} />
        ))}
      </Rows>
    </Page>
  );
}

/** A state of a newer server shows as it was named last: still filling up. */
const stateWords = (t: Reader<typeof gridText.zh>, state: string) => wordOr(t, gridText, `run-${state}`, 'run-OPEN');

function RunCard({ run }: { readonly run: RunView }) {
  const t = useText(gridText);
  const timeWords = useTimeWords();
  const doing = useAct(run.id);
  const [act, setAct] = useState<'assign' | 'handOver'>();
  const [isLooking, setLooking] = useState(false);
  const people = (['assign', 'handOver'] as const).filter((each) => run.actions.includes(each));
  const { window: when, doorCount, weightGrams, estimateFen, carrier, shop, areaNames } = run;
  const facts = [t('runs-doors', { count: doorCount }), t('runs-weight', { kilos: (weightGrams / 1000).toFixed(1) })];
  const isPending = doing.state === 'sending' || doing.state === 'waiting' || doing.state === 'offline';
  return (
    <Card>
      <Line apart>
        <Words size={4} strong>
          {shop?.name ?? areaNames.slice(-1).join('')}
        </Words>
        <StatusChip icon="truck" tone="info" label={stateWords(t, run.state)} />
      </Line>
      <Words strong>{[...facts, formatFen(estimateFen)].join(' · ')}</Words>
      <Words tone="quiet">
        {`${timeWords(new Date(when.from))} · ${t('runs-leaves', { time: timeWords(new Date(when.cutOff)) })}`}
      </Words>
      <Words>{carrier?.label ?? t('runs-nobody')}</Words>
      <SendingNote of={doing} />
      {!isPending &&
        people.map((each) => (
          <Button key={each} icon="person" label={t(`run-do-${each}`)} onPress={() => setAct(each)} />
        ))}
      {run.actions.includes('lock') && !isPending && (
        <Button icon="lock" label={t('runs-lock')} onPress={() => void doing.act(runActions.lock, {})} />
      )}
      <Button icon="list" label={t('runs-look')} onPress={() => setLooking(true)} />
      <RunDoorsSheet run={run} open={isLooking} onClose={() => setLooking(false)} />
      {act && <RunPeopleSheet run={run} act={act} doing={doing} onClose={() => setAct(undefined)} />}
    </Card>
  );
}
