import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Card, Heading, Icon, Line, StatusChip, Words } from '@/ui';
import { isFetched } from '../../pickup-slot/fetched';
import { bagsForPlace } from '../../pickup-slot/run-place';
import { openDelivery } from '../doors';
import { useStateWords } from '../step-frame';
import { wordsForDoor } from '../way-words';
import { isDoorLeft } from './run-figures';

type Door = RunView['doors'][number];

/** Doors in walking order; what is done moves to the end and is quiet. */
export function RunDoors({ run }: { readonly run: RunView }) {
  const t = useText(carryingText);
  // bags for a place have a row of their own above, until they stand there
  const atPlace = run.state === 'DOORS' ? bagsForPlace(run).map(({ id }) => id) : [];
  const doors = run.doors.filter(({ delivery }) => !atPlace.includes(delivery));
  if (doors.length === 0) return null;
  const ordered = [...doors].sort((a, b) => Number(!isDoorLeft(a)) - Number(!isDoorLeft(b)) || a.order - b.order);
  return (
    <>
      <Heading>{t('run-doors-title')}</Heading>
      {ordered.map((door) => (
        <DoorRow key={door.delivery} door={door} view={run.deliveries.find(({ id }) => id === door.delivery)} />
      ))}
    </>
  );
}

type DoorRowProps = { readonly door: Door; readonly view: DeliveryView | undefined };

function DoorRow({ door, view }: DoorRowProps) {
  const t = useText(carryingText);
  const words = useStateWords();
  const doing = useAct(door.delivery);
  const count = t('items-count', { count: door.itemCount });
  // nobody goes to the door of what is fetched
  const name = view && isFetched(view) ? undefined : door.door;
  const told = isDoorLeft(door) && view ? wordsForDoor(view) : [];
  return (
    <Card tone={isDoorLeft(door) ? 'plain' : 'leaf'} onPress={() => openDelivery(door.delivery)}>
      <Line apart>
        <Heading size={3}>{name ?? door.code}</Heading>
        <Icon name="right" />
      </Line>
      <Words>{[name === undefined ? undefined : door.code, count].filter(Boolean).join(' · ')}</Words>
      <Line>
        <StatusChip
          icon={isDoorLeft(door) ? 'clock' : 'check'}
          tone={isDoorLeft(door) ? 'info' : 'leaf'}
          label={words(door.state)}
        />
        {door.cold && <StatusChip icon="thermometer" tone="info" label={t('cold')} />}
        <Marks view={view} />
        {doing.state !== 'refused' && doing.state !== 'sent' && <SendingNote of={doing} />}
        {doing.state === 'refused' && <StatusChip icon="warning" tone="danger" label={t('trouble')} />}
      </Line>
      {told.map(({ key, words: said }) => (
        <Words key={`${key}${said}`} tone="amber" block>
          {`${t(key)}：${said}`}
        </Words>
      ))}
    </Card>
  );
}

/** What has to be known before going up: needs of the household, and that something is to be read or heard there. */
function Marks({ view }: { readonly view: DeliveryView | undefined }) {
  const t = useText(carryingText);
  if (view === undefined) return null;
  return (
    <>
      {view.needs.map((need) => (
        <StatusChip key={need} icon="heart" tone="info" label={t(`need-${need}`)} />
      ))}
      {view.voiceNote !== undefined && <StatusChip icon="mic" tone="info" label={t('note-VOICE')} />}
    </>
  );
}
