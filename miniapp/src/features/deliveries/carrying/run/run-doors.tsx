import type { RunView } from '@grid-relief/shared-types/deliveries/run.contract';
import { SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { carryingText } from '@/text/carrying';
import { Card, Heading, Icon, type IconName, Line, StatusChip, Words } from '@/ui';
import { openDelivery } from '../doors';
import { useStateWords } from '../step-frame';
import { isDoorLeft } from './run-figures';

type Door = RunView['doors'][number];

const noteIcons: Readonly<Record<string, IconName>> = { COLD: 'thermometer', VOICE: 'mic', WORDS: 'message' };

/** Doors in walking order; what is done moves to the end and is quiet. */
export function RunDoors({ run }: { readonly run: RunView }) {
  const t = useText(carryingText);
  const ordered = [...run.doors].sort((a, b) => Number(!isDoorLeft(a)) - Number(!isDoorLeft(b)) || a.order - b.order);
  return (
    <>
      <Heading>{t('run-doors-title')}</Heading>
      {ordered.map((door) => (
        <DoorRow key={door.delivery} door={door} />
      ))}
    </>
  );
}

function DoorRow({ door }: { readonly door: Door }) {
  const t = useText(carryingText);
  const words = useStateWords();
  const doing = useAct(door.delivery);
  const count = t('items-count', { count: door.itemCount });
  return (
    <Card
      tone={isDoorLeft(door) ? 'plain' : 'leaf'}
      label={[door.code, door.door, count, words(door.state)].filter(Boolean).join('，')}
      onPress={() => openDelivery(door.delivery)}
    >
      <Line apart>
        <Heading size={3}>{door.door ?? door.code}</Heading>
        <Icon name="right" />
      </Line>
      <Words>{[door.door === undefined ? undefined : door.code, count].filter(Boolean).join(' · ')}</Words>
      <Line>
        <StatusChip
          icon={isDoorLeft(door) ? 'clock' : 'check'}
          tone={isDoorLeft(door) ? 'info' : 'leaf'}
          label={words(door.state)}
        />
        {door.cold && <StatusChip icon="thermometer" tone="info" label={t('cold')} />}
        <Notes notes={door.notes} />
        {doing.state !== 'refused' && doing.state !== 'sent' && <SendingNote of={doing} />}
        {doing.state === 'refused' && <StatusChip icon="warning" tone="danger" label={t('trouble')} />}
      </Line>
    </Card>
  );
}

/** Notes are codes of the server: needs of the household, cold goods, words or a voice note for the door. */
function Notes({ notes }: { readonly notes: readonly string[] }) {
  const t = useText(carryingText);
  return notes
    .flatMap((note) => {
      const keys = [`need-${note}`, `note-${note}`];
      return keys.filter((key): key is 'note-WORDS' => key in carryingText.zh).map((key) => ({ note, key }));
    })
    .map(({ note, key }) => <StatusChip key={key} icon={noteIcons[note] ?? 'heart'} tone="info" label={t(key)} />);
}
