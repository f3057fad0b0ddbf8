import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { takeInWalkIn } from '@grid-relief/shared-types/quarantine/site.contract';
import type { SiteView } from '@grid-relief/shared-types/quarantine/site.schema';
import { useState } from 'react';
import { enqueue, newId, SendingNote, useAct } from '@/api';
import { useText } from '@/text';
import { sitesText } from '@/text/sites';
import { Button, Choice, Field, Rows, Sheet, Words } from '@/ui';

const phonePattern = /^1\d{10}$/;
const anyRoom = 'any';
/** As far as any set looks back. Milliseconds. */
const lookBack = 14 * 86_400_000;
/** So many rooms stand to choose from; nobody scrolls through a house while somebody waits. */
const roomsShown = 6;

type WalkInProps = { readonly site: SiteView; readonly onClose: () => void };

/** Somebody stands at the door: a name, and a room; the rest is asked once they sit. */
export function WalkInSheet({ site, onClose }: WalkInProps) {
  const t = useText(sitesText);
  const [id] = useState(newId);
  const [isHandedIn, setHandedIn] = useState(false);
  const [said, setSaid] = useState({ name: '', phone: '', idNumber: '', place: '' });
  const [symptoms, setSymptoms] = useState<'yes' | 'no'>('no');
  const [room, setRoom] = useState<string>(anyRoom);
  const put = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const phone = said.phone.trim();
  const place = said.place.split(/[\s,\uFF0C\u3001]+/).filter((part) => part !== '');
  const missing = missingOf(said.name, phone, place.length);
  const send = () => {
    const idNumber = said.idNumber.trim();
    const body = {
      ...{ id: RecordId.parse(id), name: said.name.trim(), symptoms: symptoms === 'yes' },
      stays: [{ place: place.slice(0, 4), from: new Date(Date.now() - lookBack).toISOString() }],
      ...(phone === '' ? {} : { phone }),
      ...(idNumber === '' ? {} : { idNumber }),
      ...(room === anyRoom ? {} : { room: RecordId.parse(room) }),
    };
    setHandedIn(true);
    void enqueue(takeInWalkIn, { params: { id: site.id }, body }, id);
  };
  if (isHandedIn) return <HandedIn id={id} onClose={onClose} />;
  const clean = site.roomList.filter(({ state }) => state === 'CLEAN').slice(0, roomsShown);
  const rooms = [
    { value: anyRoom, label: t('any-room') },
    ...clean.map((one) => ({ value: one.id, label: one.label })),
  ];
  return (
    <Sheet title={t('walk-in')} open onClose={onClose}>
      <Rows gap={2}>
        <WhoComes said={said} put={put} />
        <Choice
          label={t('walk-symptoms')}
          value={symptoms}
          onChange={setSymptoms}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <Choice<string> label={t('walk-room')} value={room} onChange={setRoom} options={rooms} />
        <Button
          look="main"
          icon="check"
          label={t('walk-send')}
          disabledReason={missing === undefined ? undefined : t(missing)}
          onPress={send}
        />
      </Rows>
    </Sheet>
  );
}

type Said = { readonly name: string; readonly phone: string; readonly idNumber: string; readonly place: string };

/** Who it is and where from, as far as they say. */
function WhoComes({ said, put }: { readonly said: Said; readonly put: (part: Partial<Said>) => void }) {
  const t = useText(sitesText);
  return (
    <>
      <Field label={t('walk-name')} maxLength={40} value={said.name} onChange={(name) => put({ name })} />
      <Field
        label={t('walk-place')}
        hint={t('walk-place-hint')}
        maxLength={60}
        value={said.place}
        onChange={(next) => put({ place: next })}
      />
      <Field
        label={t('walk-phone')}
        kind="tel"
        optional
        maxLength={11}
        value={said.phone}
        onChange={(next) => put({ phone: next })}
      />
      <Field
        label={t('walk-id')}
        optional
        maxLength={24}
        value={said.idNumber}
        onChange={(idNumber) => put({ idNumber })}
      />
    </>
  );
}

/** What is still missing before there is a room. Pure. */
function missingOf(name: string, phone: string, places: number) {
  if (name.trim() === '') return 'w-walk-name';
  if (places === 0) return 'w-walk-place';
  return phone !== '' && !phonePattern.test(phone) ? 'w-walk-phone' : undefined;
}

/** Whether there is a room by now, or it waits for a network. */
function HandedIn({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText(sitesText);
  const doing = useAct(id);
  const isThere = doing.state === 'idle' || doing.state === 'sent';
  return (
    <Sheet title={t('walk-in')} open onClose={onClose}>
      <Rows gap={2}>
        <SendingNote of={doing} />
        {doing.refused === undefined && <Words>{t(isThere ? 'walk-done' : 'walk-kept')}</Words>}
      </Rows>
    </Sheet>
  );
}
