import { FileId } from '@grid-relief/shared-types/primitives/ids';
import { episodeActions } from '@grid-relief/shared-types/quarantine/episode.contract';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { type Act, newId } from '@/api';
import { PhotoField } from '@/features/deliveries/photo-field';
import type { LocalFile } from '@/platform';
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
  const [photo, setPhoto] = useState<LocalFile>();
  const isHome = of === 'startHome';
  const isReady = words.trim() !== '' && (!isHome || door !== undefined);
  const start = () => {
    const said = words.trim();
    if (!isHome) {
      const inRoom = room.trim() === '' ? {} : { room: room.trim() };
      void doing.act(episodeActions.startCentral, { notice: 'SIGNED', site: said, ...inRoom });
    } else if (door) {
      const noticePhoto = z.parse(FileId, newId());
      const files = photo === undefined ? [] : [{ id: noticePhoto, file: photo, purpose: 'NOTICE' as const }];
      const begun = { notice: 'SIGNED' as const, door, careContact: said, ...(photo && { noticePhoto }) };
      void doing.act(episodeActions.startHome, begun, files);
    }
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
      {isHome && <PhotoField now label={t('notice-photo')} photo={photo} onChange={setPhoto} />}
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
