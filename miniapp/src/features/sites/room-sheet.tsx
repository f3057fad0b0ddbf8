import { roomActions } from '@grid-relief/shared-types/quarantine/site.contract';
import type { RoomView } from '@grid-relief/shared-types/quarantine/site.schema';
import { useState } from 'react';
import { ActButton, SendingNote, useAct } from '@/api';
import { AskTripButton } from '@/features/transfers/ask-sheet';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { reasonWord, sitesText, stateWord } from '@/text/sites';
import { Button, Rows, Sheet, StatusChip, useTimeWords, Words } from '@/ui';
import { looks, type RoomStep, reasonsOf } from './room-steps';
import { Guest } from './room-tile';

type RoomSheetProps = { readonly room: RoomView; readonly onClose: () => void };

/** Everything that may be done to one room now, and the way to whoever lives in it. */
export function RoomSheet({ room, onClose }: RoomSheetProps) {
  const t = useText(sitesText);
  const timeWords = useTimeWords();
  const [asked, setAsked] = useState<RoomStep>();
  const doing = useAct(room.id);
  const { label, state, since, sampledAt, guest } = room;
  const { icon, tone } = looks[state] ?? { icon: 'dots', tone: 'quiet' };
  return (
    <Sheet title={t('room', { label })} open onClose={onClose}>
      <Rows gap={2}>
        <StatusChip icon={icon} tone={tone} label={stateWord(t, state)} />
        <Words tone="quiet" block>
          {t('since', { time: timeWords(new Date(since)) })}
        </Words>
        <Guest room={room} />
        {sampledAt !== undefined && <Words block>{t('sampled-at', { time: timeWords(new Date(sampledAt)) })}</Words>}
        <SendingNote of={doing} />
        {asked === undefined ? (
          <Steps room={room} onAsk={setAsked} />
        ) : (
          <Why room={room} step={asked} onDone={onClose} />
        )}
        {guest && asked === undefined && state !== 'RESERVED' && (
          <AskTripButton person={guest.episode} name={guest.nameMasked} />
        )}
        {guest && !guest.mayLeave && asked === undefined && state !== 'RESERVED' && (
          <Button
            icon="person"
            label={t('to-person')}
            onPress={() => void openPage('/packages/grid/quarantine/index', { id: guest.episode })}
          />
        )}
      </Rows>
    </Sheet>
  );
}

type StepsProps = { readonly room: RoomView; readonly onAsk: (step: RoomStep) => void };

/** As the server says; what needs its reason asks first. */
function Steps({ room, onAsk }: StepsProps) {
  const t = useText(sitesText);
  const doing = useAct(room.id);
  const { actions, revision } = room;
  const steps = (Object.keys(roomActions) as RoomStep[]).filter((step) => actions.includes(step)); // its own keys
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  return (
    <>
      {steps.map((step) =>
        reasonsOf[step] ? (
          isFree && <Button key={step} label={t(step)} onPress={() => onAsk(step)} />
        ) : (
          <ActButton key={step} of={doing} does={roomActions[step]} body={{ revision }} label={t(step)} />
        ),
      )}
    </>
  );
}

type WhyProps = { readonly room: RoomView; readonly step: RoomStep; readonly onDone: () => void };

/** One tap says why. */
function Why({ room, step, onDone }: WhyProps) {
  const t = useText(sitesText);
  const { act } = useAct(room.id);
  const send = (code: string) => {
    void act(roomActions[step], { revision: room.revision, reason: { code } } as never); // each of them takes a reason
    onDone();
  };
  return (
    <>
      <Words strong>{t('why')}</Words>
      {(reasonsOf[step] ?? []).map((code) => (
        <Button key={code} label={reasonWord(t, code)} onPress={() => send(code)} />
      ))}
    </>
  );
}
