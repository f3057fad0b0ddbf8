import { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { quarantineDeskText } from '@/text/quarantine-desk';
import { uiText } from '@/text/ui';
import { Button, Choice, Field, Rows } from '@/ui';

type StartProps = { readonly of: 'startHome' | 'startCentral'; readonly doing: Act; readonly onDone: () => void };

const doors = ['SENSOR', 'VISITS', 'PAPER_SEAL'] as const;

/** The notice is signed, and it begins: at home with a door and somebody who cares, at a site with a room. */
export function StartForm({ of, doing, onDone }: StartProps) {
  const t = useText(quarantineDeskText);
  const tUi = useText(uiText);
  const [door, setDoor] = useState<(typeof doors)[number]>();
  const [words, setWords] = useState('');
  const [room, setRoom] = useState('');
  const isHome = of === 'startHome';
  const isReady = words.trim() !== '' && (!isHome || door !== undefined);
  const start = () => {
    const said = words.trim();
    if (!isHome) {
      const inRoom = room.trim() === '' ? {} : { room: room.trim() };
      void doing.act(episodeActions.startCentral, { notice: 'SIGNED', site: said, ...inRoom });
    } else if (door) void doing.act(episodeActions.startHome, { notice: 'SIGNED', door, careContact: said });
    onDone();
  };
  return (
    <Rows>
      {isHome && (
        <Choice
          label={t('door-title')}
          value={door}
          onChange={setDoor}
          options={doors.map((value) => ({ value, label: t(`door-${value}`) }))}
        />
      )}
      <Field label={t(isHome ? 'care-contact' : 'site')} value={words} onChange={setWords} maxLength={60} />
      {!isHome && <Field label={t('room')} optional value={room} onChange={setRoom} maxLength={60} />}
      <Button
        look="main"
        icon="edit"
        label={t(isHome ? 'start-home' : 'start-central')}
        disabledReason={isReady ? undefined : t('fill-first')}
        onPress={start}
      />
      <Button icon="left" label={tUi('back')} onPress={onDone} />
    </Rows>
  );
}
