import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import {
  deliveryActions,
  disposeReturned,
  note,
  raisePriority,
  triage,
} from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import type { Disposition } from '@grid-relief/shared-types/deliveries/dispute-actions.contract';
import { type ReactElement, useState } from 'react';
import type { Act } from '@/api';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { Button, Field, Rows, Sheet } from '@/ui';
import { AddressForm } from '../changes/address-form';
import { EditLinesForm } from '../changes/edit-lines-form';
import { RedirectForm } from '../changes/redirect-form';
import { SoldOutForm } from '../changes/sold-out-form';
import { CallForm, SymptomsForm } from './answer-forms';
import { AssignSheet } from './assign-sheet';
import type { DeskAct } from './desk-acts';
import { DisputeForm } from './dispute-form';
import { BagsForm, KeepBackForm } from './hand-on-forms';
import { MergeForm } from './merge-form';
import { PriorityButtons } from './priority-buttons';
import { RejectForm } from './reject-form';

export type FormProps = {
  readonly of: DeskAct;
  readonly view: DeliveryView;
  readonly doing: Act;
  readonly onClose: () => void;
};

/** The sheet of one action: asks only what this action needs, sends it through the outbox and closes. */
export function DeskForm(props: FormProps) {
  const t = useText(deskText);
  if (props.of.form === 'person') return <AssignSheet {...props} />;
  return (
    <Sheet title={`${t(`do-${props.of.act}`)} · ${props.view.code}`} open onClose={props.onClose}>
      <FormBody {...props} />
    </Sheet>
  );
}

/** Forms of their own; what is not here asks for one reason. */
const forms: Readonly<Partial<Record<DeskAct['form'], (props: FormProps) => ReactElement>>> = {
  priority: PriorityForm,
  reject: RejectForm,
  address: AddressForm,
  redirect: RedirectForm,
  lines: EditLinesForm,
  soldOut: SoldOutForm,
  dispute: DisputeForm,
  merge: MergeForm,
  note: NoteForm,
  symptoms: SymptomsForm,
  call: CallForm,
  goods: GoodsForm,
  bags: BagsForm,
  keepBack: KeepBackForm,
};

function FormBody(props: FormProps) {
  const Form = forms[props.of.form] ?? ReasonForm;
  return <Form {...props} />;
}

function PriorityForm({ of, view, doing, onClose }: FormProps) {
  const isFirst = of.act === 'triage';
  return (
    <PriorityButtons
      value={view.priority}
      above={isFirst ? undefined : view.priority}
      onChoose={(priority) => {
        onClose();
        if (isFirst) void doing.act(triage, { priority });
        else void doing.act(raisePriority, { priority, reason: { code: 'GRID_RAISED' } });
      }}
    />
  );
}

/** One reason by one tap does it. */
function ReasonForm({ of, doing, onClose }: FormProps) {
  const t = useText(deskText);
  const choose = (code: string) => {
    onClose();
    void doing.act(deliveryActions[of.act], { reason: { code } });
  };
  return (
    <Rows gap={2}>
      {(of.reasons ?? []).map((code) => (
        <Button key={code} label={t(`reason-${code}`)} onPress={() => choose(code)} />
      ))}
    </Rows>
  );
}

function NoteForm({ doing, onClose }: FormProps) {
  const t = useText(deskText);
  const [words, setWords] = useState('');
  const isEmpty = words.trim() === '';
  const send = () => {
    onClose();
    void doing.act(note, { words: words.trim() });
  };
  return (
    <Rows>
      <Field label={t('note-label')} value={words} onChange={setWords} tall maxLength={300} />
      <Button look="main" label={t('send-it')} disabledReason={isEmpty ? t('note-needed') : undefined} onPress={send} />
    </Rows>
  );
}

/** Bags that are kept back go on no shelf. */
function GoodsForm({ view, doing, onClose }: FormProps) {
  const t = useText(deskText);
  const ways: readonly Disposition[] = view.keptBack ? ['DESTROYED'] : ['RESTOCKED', 'DONATED', 'DESTROYED'];
  const choose = (disposition: Disposition) => {
    onClose();
    void doing.act(disposeReturned, { disposition, reason: { code: disposition } });
  };
  return (
    <Rows gap={2}>
      {ways.map((each) => (
        <Button key={each} label={t(`goods-${each}`)} onPress={() => choose(each)} />
      ))}
    </Rows>
  );
}
