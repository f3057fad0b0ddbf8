import { roomActions } from '@grid-relief/shared-types/quarantine/site.contract';
import type { RoomView } from '@grid-relief/shared-types/quarantine/site.schema';
import { ActButton, SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { sitesText, stateWord } from '@/text/sites';
import { Button, Card, Line, StatusChip, useTimeWords, Words } from '@/ui';
import { looks, nextStep } from './room-steps';

/** In these somebody waits for the next step; a clean room waits for nobody. */
const waits = ['RESERVED', 'OCCUPIED', 'SAMPLED', 'CLEANING'];

type RoomTileProps = { readonly room: RoomView; readonly onOpen: () => void };

/** One room: its number, how it stands, who is in it, and the one thing that comes next. */
export function RoomTile({ room, onOpen }: RoomTileProps) {
  const t = useText(sitesText);
  const doing = useAct(room.id);
  const { label, state, revision } = room;
  const { icon, tone } = looks[state] ?? { icon: 'dots', tone: 'quiet' };
  const step = nextStep(room, new Date());
  return (
    <Card label={t('room', { label })}>
      <Line apart>
        <Words size={3} strong>
          {label}
        </Words>
        <StatusChip icon={icon} tone={tone} label={stateWord(t, state)} />
      </Line>
      <Guest room={room} />
      <SendingNote of={doing} />
      {step && (
        <ActButton
          of={doing}
          does={roomActions[step]}
          body={{ revision }}
          look={waits.includes(state) ? 'main' : 'quiet'}
          label={t(step)}
        />
      )}
      <Button look="link" icon="dots" label={t('more')} onPress={onOpen} />
    </Card>
  );
}

/** Who is in it, masked, and until when; of a room that is kept, until when that is. */
export function Guest({ room }: { readonly room: RoomView }) {
  const t = useText(sitesText);
  const timeWords = useTimeWords();
  const { guest, dueAt, state } = room;
  const lines = [
    guest?.nameMasked,
    guest && !guest.mayLeave && state !== 'RESERVED' && t('until', { time: timeWords(new Date(guest.endsAt)) }),
    guest?.mayLeave && t('may-leave'),
    state === 'RESERVED' && dueAt !== undefined && t('kept-until', { time: timeWords(new Date(dueAt)) }),
  ].filter((line) => typeof line === 'string');
  return (
    <>
      {lines.map((line) => (
        <Words key={line} block>
          {line}
        </Words>
      ))}
    </>
  );
}
