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
/** So many rooms stand to choose from; nobody scrolls through a house while somebody waits. */
const roomsShown = 6;

type WalkInProps = { readonly site: SiteView; readonly onClose: () => void };

/** Somebody stands at the door: a name, and a room; the rest is asked once they sit. */
export function WalkInSheet({ site, onClose }: WalkInProps) {
  const t = useText(sitesText);
  const [id] = useState(newId);
  const doing = useAct(id);
  const [isHandedIn, setHandedIn] = useState(false);
  const [said, setSaid] = useState({ name: '', phone: '', idNumber: '' });
  const [symptoms, setSymptoms] = useState<'yes' | 'no'>('no');
  const [room, setRoom] = useState<string>(anyRoom);
  const put = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const phone = said.phone.trim();
  const missing =
    said.name.trim() === '' ? 'w-walk-name' : phone !== '' && !phonePattern.test(phone) ? 'w-walk-phone' : undefined;
  const send = () => {
    const idNumber = said.idNumber.trim();
    const body = {
      ...{ id: RecordId.parse(id), name: said.name.trim(), symptoms: symptoms === 'yes' },
      ...(phone === '' ? {} : { phone }),
      ...(idNumber === '' ? {} : { idNumber }),
      ...(room === anyRoom ? {} : { room: RecordId.parse(room) }),
    };
    setHandedIn(true);
    void enqueue(takeInWalkIn, { params: { id: site.id }, body }, id);
  };
  if (isHandedIn) {
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
  const clean = site.roomList.filter(({ state }) => state === 'CLEAN').slice(0, roomsShown);
  const rooms = [
    { value: anyRoom, label: t('any-room') },
    ...clean.map((one) => ({ value: one.id, label: one.label })),
  ];
  return (
    <Sheet title={t('walk-in')} open onClose={onClose}>
      <Rows gap={2}>
        <Field label={t('walk-name')} maxLength={40} value={said.name} onChange={(name) => put({ name })} />
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
