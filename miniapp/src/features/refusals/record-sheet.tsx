import { refusalKinds } from '@grid-relief/shared-types/lifecycles/quarantine/refusal.lifecycle';
import { AreaId } from '@grid-relief/shared-types/primitives/areas';
import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { recordRefusal } from '@grid-relief/shared-types/refusals/refusal.contract';
import type { RefusalKind } from '@grid-relief/shared-types/refusals/refusal.schema';
import * as z from '@grid-relief/shared-types/zod';
import { useState } from 'react';
import { enqueue, newId, SendingNote, useAct } from '@/api';
import { AreaPicker } from '@/features/returnees/area-picker';
import { useText } from '@/text';
import { refusalsText } from '@/text/refusals';
import { Button, Choice, Field, Rows, Sheet, Words } from '@/ui';

const phonePattern = /^1\d{10}$/;

/** Somebody has said no, before whoever writes it down; sent when there is a network, once. */
export function RecordSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useText(refusalsText);
  const [id] = useState(newId);
  const doing = useAct(id);
  const [isHandedIn, setHandedIn] = useState(false);
  const [kind, setKind] = useState<RefusalKind>();
  const [said, setSaid] = useState({ name: '', phone: '', place: '', words: '' });
  const [area, setArea] = useState<{ readonly id: string; readonly name: string }>();
  const where = z.safeParse(AreaId, area?.id).data;
  const put = (part: Partial<typeof said>) => setSaid((before) => ({ ...before, ...part }));
  const missing = missingOf(kind, said, where);
  const send = () => {
    if (!kind || !where) return;
    const told = Object.entries(said).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]]));
    const body = { id: RecordId.parse(id), kind, area: where, place: said.place.trim(), ...Object.fromEntries(told) };
    setHandedIn(true);
    void enqueue(recordRefusal, { body }, id);
  };
  if (isHandedIn) {
    return (
      <Sheet title={t('record')} open onClose={onClose}>
        <Rows>
          <SendingNote of={doing} />
          <Words>{t(doing.state === 'idle' || doing.state === 'sent' ? 'saved' : 'kept')}</Words>
        </Rows>
      </Sheet>
    );
  }
  return (
    <Sheet title={t('record')} open onClose={onClose}>
      <Rows>
        <Choice
          label={t('what-no')}
          value={kind}
          onChange={setKind}
          options={refusalKinds.map((value) => ({ value, label: t(`k-${value}`) }))}
        />
        <Field label={t('name')} optional maxLength={40} value={said.name} onChange={(name) => put({ name })} />
        <Field
          label={t('phone')}
          kind="tel"
          optional
          maxLength={11}
          value={said.phone}
          onChange={(phone) => put({ phone })}
        />
        <AreaPicker
          nearby
          area={area?.id}
          name={area?.name ?? ''}
          onChange={(chosen, label) => setArea(chosen === undefined ? undefined : { id: chosen, name: label })}
          error={undefined}
        />
        <Field label={t('place')} maxLength={120} value={said.place} onChange={(place) => put({ place })} />
        <Field
          label={t('words')}
          optional
          tall
          maxLength={300}
          value={said.words}
          onChange={(words) => put({ words })}
        />
        <Button
          look="main"
          icon="check"
          label={t('save')}
          disabledReason={missing === undefined ? undefined : t(missing)}
          onPress={send}
        />
      </Rows>
    </Sheet>
  );
}

type Said = { readonly phone: string; readonly place: string };

/** What is still missing before somebody can go there. Pure. */
function missingOf(kind: RefusalKind | undefined, { phone, place }: Said, area: string | undefined) {
  if (kind === undefined) return 'w-kind';
  if (phone !== '' && !phonePattern.test(phone)) return 'w-phone';
  if (area === undefined) return 'w-area';
  return place.trim() === '' ? 'w-place' : undefined;
}
