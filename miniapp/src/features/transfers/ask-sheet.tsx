import { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { askTransfer } from '@grid-relief/shared-types/transfers/transfer.contract';
import type { CarryNeed, TransferGoal } from '@grid-relief/shared-types/transfers/transfer.schema';
import { type AskedKind, askedKinds, goalsOf } from '@grid-relief/shared-types/transfers/transfer-ask.schema';
import { useState } from 'react';
import { enqueue, newId, SendingNote, useAct, useMayAsk } from '@/api';
import { openPage } from '@/platform';
import { useText } from '@/text';
import { transferAskText } from '@/text/transfer-ask';
import { Button, Choice, Field, Rows, Sheet, Words } from '@/ui';

const hours = ['0', '1', '3', '24'] as const;
const needs = ['NONE', 'WHEELCHAIR', 'STRETCHER'] as const satisfies readonly (CarryNeed | 'NONE')[];
const drivers = ['OURS', '120', 'TAKEN'] as const;
const hourMs = 3_600_000;

type Who = { readonly person: string; readonly name: string };

/** For whoever may ask: a button beside somebody, and the sheet behind it. */
export function AskTripButton(who: Who) {
  const t = useText(transferAskText);
  const mayAsk = useMayAsk(askTransfer);
  const [isOpen, setOpen] = useState(false);
  if (!mayAsk) return null;
  return (
    <>
      <Button icon="car" label={t('button')} onPress={() => setOpen(true)} />
      {isOpen && <AskSheet {...who} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What for, where to, who drives, when, and what they cannot do without; who it is stands there already. */
function AskSheet({ person, name, onClose }: Who & { readonly onClose: () => void }) {
  const t = useText(transferAskText);
  const [id] = useState(newId);
  const [isHandedIn, setHandedIn] = useState(false);
  const [kind, setKind] = useState<AskedKind>('MEDICAL');
  const [goal, setGoal] = useState<TransferGoal>('HOSPITAL');
  const [driver, setDriver] = useState<(typeof drivers)[number]>('OURS');
  const [hour, setHour] = useState<(typeof hours)[number]>('0');
  const [need, setNeed] = useState<(typeof needs)[number]>('NONE');
  const [words, setWords] = useState({ pickup: '', destination: '' });
  const choose = (next: AskedKind) => {
    setKind(next);
    setGoal(goalsOf[next][0] ?? 'HOME');
    setDriver(next === 'CASE' ? '120' : 'OURS');
  };
  const isTaken = goal === 'HOSPITAL' && driver === 'TAKEN';
  const send = () => {
    const from = new Date(Date.now() + (isTaken ? 0 : Number(hour) * hourMs)).toISOString();
    const said = Object.entries(words).flatMap(([field, value]) =>
      value.trim() === '' ? [] : [[field, value.trim()]],
    );
    const body = {
      ...{ id: RecordId.parse(id), kind, goal, from, byAmbulance: goal === 'HOSPITAL' && driver !== 'OURS' },
      ...(isTaken ? { isTaken } : {}),
      people: [{ person: RecordId.parse(person), needs: need === 'NONE' ? [] : [need] }],
      ...Object.fromEntries(said),
    };
    setHandedIn(true);
    void enqueue(askTransfer, { body }, id);
  };
  if (isHandedIn) return <HandedIn id={id} title={t('title', { name })} onClose={onClose} />;
  return (
    <Sheet title={t('title', { name })} open onClose={onClose}>
      <Rows gap={2}>
        <Choice
          label={t('what-for')}
          value={kind}
          onChange={choose}
          options={askedKinds.map((value) => ({ value, label: t(`k-${value}`) }))}
        />
        {goalsOf[kind].length > 1 && (
          <Choice
            label={t('where-to')}
            value={goal}
            onChange={setGoal}
            options={goalsOf[kind].map((value) => ({ value, label: t(`g-${value}`) }))}
          />
        )}
        {goal === 'HOSPITAL' && (
          <Choice
            label={t('who-drives')}
            value={driver}
            onChange={setDriver}
            options={drivers.map((value) => ({ value, label: t(`d-${value}`) }))}
          />
        )}
        {!isTaken && (
          <>
            <Choice
              label={t('when')}
              value={hour}
              onChange={setHour}
              options={hours.map((value) => ({ value, label: t(`w-${value}`) }))}
            />
            <Choice
              label={t('needs')}
              value={need}
              onChange={setNeed}
              options={needs.map((value) => ({ value, label: t(`n-${value}`) }))}
            />
            <Field
              label={t('pickup')}
              optional
              maxLength={120}
              value={words.pickup}
              onChange={(pickup) => setWords({ ...words, pickup })}
            />
          </>
        )}
        {goal === 'HOSPITAL' && (
          <Field
            label={t('hospital')}
            optional
            maxLength={120}
            value={words.destination}
            onChange={(destination) => setWords({ ...words, destination })}
          />
        )}
        <Button look="main" icon="check" label={t(isTaken ? 'record' : 'send')} onPress={send} />
      </Rows>
    </Sheet>
  );
}

type HandedInProps = { readonly id: string; readonly title: string; readonly onClose: () => void };

/** Whether it is on its way, there, or refused, and why. */
function HandedIn({ id, title, onClose }: HandedInProps) {
  const t = useText(transferAskText);
  const doing = useAct(id);
  const isThere = doing.state === 'idle' || doing.state === 'sent';
  return (
    <Sheet title={title} open onClose={onClose}>
      <Rows gap={2}>
        <SendingNote of={doing} />
        {doing.refused === undefined && <Words>{t(isThere ? 'sent' : 'kept')}</Words>}
        {isThere && doing.refused === undefined && (
          <Button
            icon="car"
            label={t('to-trip')}
            onPress={() => void openPage('/packages/transfer/trip/index', { id })}
          />
        )}
      </Rows>
    </Sheet>
  );
}
