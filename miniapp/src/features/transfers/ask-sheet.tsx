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

type Said = {
  readonly kind: AskedKind;
  readonly goal: TransferGoal;
  readonly driver: (typeof drivers)[number];
  readonly hour: (typeof hours)[number];
  readonly need: (typeof needs)[number];
  readonly pickup: string;
  readonly destination: string;
};
const usual: Said = {
  ...{ kind: 'MEDICAL', goal: 'HOSPITAL', driver: 'OURS', hour: '0', need: 'NONE', pickup: '', destination: '' },
};
type FieldsProps = { readonly said: Said; readonly put: (part: Partial<Said>) => void };

const isTaken = ({ goal, driver }: Said) => goal === 'HOSPITAL' && driver === 'TAKEN';

/** What the contract is told, by what was chosen. */
function askOf(id: string, person: string, said: Said) {
  const { kind, goal, driver, hour, need, pickup, destination } = said;
  const [where, hospital] = [pickup.trim(), destination.trim()];
  const later = isTaken(said) ? 0 : Number(hour) * hourMs;
  return {
    ...{ id: RecordId.parse(id), kind, goal, byAmbulance: goal === 'HOSPITAL' && driver !== 'OURS' },
    from: new Date(Date.now() + later).toISOString(),
    people: [{ person: RecordId.parse(person), needs: need === 'NONE' ? [] : [need] }],
    ...(isTaken(said) ? { isTaken: true } : {}),
    ...(where === '' ? {} : { pickup: where }),
    ...(hospital === '' || goal !== 'HOSPITAL' ? {} : { destination: hospital }),
  };
}

/** Who it is stands there already; everything else is chosen, and the usual is chosen beforehand. */
function AskSheet({ person, name, onClose }: Who & { readonly onClose: () => void }) {
  const t = useText(transferAskText);
  const [id] = useState(newId);
  const [isHandedIn, setHandedIn] = useState(false);
  const [said, setSaid] = useState(usual);
  const put = (part: Partial<Said>) => setSaid((before) => ({ ...before, ...part }));
  const send = () => {
    setHandedIn(true);
    void enqueue(askTransfer, { body: askOf(id, person, said) }, id);
  };
  if (isHandedIn) return <HandedIn id={id} title={t('title', { name })} onClose={onClose} />;
  return (
    <Sheet title={t('title', { name })} open onClose={onClose}>
      <Rows gap={2}>
        <WhatFor said={said} put={put} />
        {!isTaken(said) && <WhenAndHow said={said} put={put} />}
        {said.goal === 'HOSPITAL' && (
          <Field
            label={t('hospital')}
            optional
            maxLength={120}
            value={said.destination}
            onChange={(destination) => put({ destination })}
          />
        )}
        <Button look="main" icon="check" label={t(isTaken(said) ? 'record' : 'send')} onPress={send} />
      </Rows>
    </Sheet>
  );
}

/** What for, where to, and who drives there. */
function WhatFor({ said: { kind, goal, driver }, put }: FieldsProps) {
  const t = useText(transferAskText);
  const goals = goalsOf[kind];
  const choose = (next: AskedKind) =>
    put({ kind: next, goal: goalsOf[next][0] ?? 'HOME', driver: next === 'CASE' ? '120' : 'OURS' });
  return (
    <>
      <Choice
        label={t('what-for')}
        value={kind}
        onChange={choose}
        options={askedKinds.map((value) => ({ value, label: t(`k-${value}`) }))}
      />
      {goals.length > 1 && (
        <Choice
          label={t('where-to')}
          value={goal}
          onChange={(next) => put({ goal: next })}
          options={goals.map((value) => ({ value, label: t(`g-${value}`) }))}
        />
      )}
      {goal === 'HOSPITAL' && (
        <Choice
          label={t('who-drives')}
          value={driver}
          onChange={(next) => put({ driver: next })}
          options={drivers.map((value) => ({ value, label: t(`d-${value}`) }))}
        />
      )}
    </>
  );
}

/** When they can be fetched, with what, and where. */
function WhenAndHow({ said: { hour, need, pickup }, put }: FieldsProps) {
  const t = useText(transferAskText);
  return (
    <>
      <Choice
        label={t('when')}
        value={hour}
        onChange={(next) => put({ hour: next })}
        options={hours.map((value) => ({ value, label: t(`w-${value}`) }))}
      />
      <Choice
        label={t('needs')}
        value={need}
        onChange={(next) => put({ need: next })}
        options={needs.map((value) => ({ value, label: t(`n-${value}`) }))}
      />
      <Field label={t('pickup')} optional maxLength={120} value={pickup} onChange={(next) => put({ pickup: next })} />
    </>
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
