import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { SendingNote, useAct, useOutbox } from '@/api';
import { afterUnsent } from '@/features/deliveries/carrying/after-unsent';
import { openDelivery, openRun } from '@/features/deliveries/carrying/doors';
import { kindIcon, priorityTone } from '@/features/deliveries/carrying/marks';
import { doorsLeft } from '@/features/deliveries/carrying/run/run-figures';
import { useStateWords } from '@/features/deliveries/carrying/step-frame';
import { isFetched } from '@/features/deliveries/pickup-slot/fetched';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { pickupPlaceText } from '@/text/pickup-place';
import { volunteerText } from '@/text/volunteer';
import { Card, Heading, Icon, Line, Rows, StatusChip, useMarks, useSoonWords, Words } from '@/ui';
import { byNextStep, needsCarrier } from './held-work';

type HeldListProps = {
  readonly deliveries: readonly DeliveryView[];
  readonly runs: readonly RunView[];
  readonly onDuty: boolean;
};

/** What I hold, by when the next step is due. Doors of a run stand inside their run. */
export function HeldList({ deliveries, runs, onDuty }: HeldListProps) {
  const marks = useMarks();
  const t = useText(volunteerText);
  const commands = useOutbox();
  const alone = deliveries
    .filter(({ run }) => !runs.some(({ id }) => id === run))
    .map((view) => afterUnsent(view, commands))
    .sort(byNextStep);
  const todo = alone.filter(needsCarrier);
  const done = alone.filter((view) => !needsCarrier(view));
  return (
    <Rows>
      <Heading>{t('held')}</Heading>
      {todo.length + runs.length === 0 && (
        <Words tone="quiet" block>
          {onDuty ? marks.sentences([t('held-empty'), t('held-empty-hint')]) : t('held-empty')}
        </Words>
      )}
      {runs.map((run) => (
        <RunCard key={run.id} run={run} />
      ))}
      {todo.map((view) => (
        <HeldCard key={view.id} view={view} />
      ))}
      {done.length > 0 && <Heading>{t('held-done')}</Heading>}
      {done.map((view) => (
        <HeldCard key={view.id} view={view} />
      ))}
    </Rows>
  );
}

function RunCard({ run }: { readonly run: RunView }) {
  const t = useText(volunteerText);
  const words = t('run-doors', { doors: run.doors.length, left: doorsLeft(run) });
  return (
    <Card tone="leaf" onPress={() => openRun(run.id)}>
      <Line apart>
        <Heading size={4}>{words}</Heading>
        <Icon name="right" />
      </Line>
      <Words tone="quiet">{[run.shop?.name, ...run.areaNames.slice(-1)].filter(Boolean).join(' · ')}</Words>
    </Card>
  );
}

function HeldCard({ view }: { readonly view: DeliveryView }) {
  const t = useText(carryingText);
  const tVolunteer = useText(volunteerText);
  const tPlace = useText(pickupPlaceText);
  const stateWords = useStateWords();
  const soon = useSoonWords();
  const doing = useAct(view.id);
  const { address } = view.household ?? {};
  // what is fetched is put at a place, whatever the door
  const door = isFetched(view) ? tPlace('title') : address && `${address.building} ${address.unit} ${address.room}`;
  return (
    <Card tone={view.state === 'CANCEL_ASKED' ? 'amber' : 'plain'} onPress={() => openDelivery(view.id)}>
      <Line apart>
        <Line>
          <Icon name={kindIcon(view.kind)} />
          <Heading size={4}>{stateWords(view.state)}</Heading>
        </Line>
        <Icon name="right" />
      </Line>
      <Words size={5}>{[t(`kind-${view.kind}`), view.code, door].filter(Boolean).join(' · ')}</Words>
      <Line>
        <StatusChip icon="flag" tone={priorityTone(view.priority)} label={t(`priority-${view.priority}`)} />
        {needsCarrier(view) && view.next.by !== undefined && (
          <Words tone="quiet">{tVolunteer('by', { time: soon(new Date(view.next.by)) })}</Words>
        )}
        {doing.state === 'refused' && <StatusChip icon="warning" tone="danger" label={t('trouble')} />}
        {doing.state !== 'refused' && doing.state !== 'sent' && <SendingNote of={doing} />}
      </Line>
    </Card>
  );
}
