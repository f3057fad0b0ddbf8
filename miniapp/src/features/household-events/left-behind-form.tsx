import type { LeftBehind, WelfareKind } from '@grid-relief/shared-types/household-events/welfare-task.schema';
import { welfareKinds } from '@grid-relief/shared-types/lifecycles/quarantine/welfare-task.lifecycle';
import { useState } from 'react';
import { useText } from '@/text';
import { homeEventsText } from '@/text/home-events';
import { Button, Choice, Field, Rows } from '@/ui';

/** What is typed about one person who is left behind. */
export interface BehindDraft {
  readonly kind: WelfareKind | undefined;
  readonly age: string;
  readonly name: string;
}
export const nobodyBehind: BehindDraft = { kind: undefined, age: '', name: '' };
const oldestChild = 17;

/** Who is meant, once it is enough: of a child the age decides. Pure. */
export function behindOf({ kind, age, name }: BehindDraft): LeftBehind | undefined {
  if (kind === undefined) return undefined;
  const named = name.trim() === '' ? {} : { name: name.trim() };
  if (kind !== 'CHILD') return { kind, ...named };
  const years = /^\d{1,2}$/.test(age.trim()) ? Number(age.trim()) : undefined;
  return years === undefined || years > oldestChild ? undefined : { kind, age: years, ...named };
}

type FieldsProps = { readonly of: BehindDraft; readonly onChange: (draft: BehindDraft) => void };

/** Age and name; of an elder the name alone. */
export function BehindFields({ of, onChange }: FieldsProps) {
  const t = useText(homeEventsText);
  return (
    <>
      {of.kind === 'CHILD' && (
        <Field
          label={t('age')}
          kind="number"
          maxLength={2}
          value={of.age}
          onChange={(age) => onChange({ ...of, age })}
        />
      )}
      {of.kind === 'CHILD' && (
        <Field
          label={t('child-name')}
          optional
          maxLength={40}
          value={of.name}
          onChange={(name) => onChange({ ...of, name })}
        />
      )}
    </>
  );
}

type FormProps = {
  readonly label: string;
  readonly onSend: (leftBehind: LeftBehind[]) => void;
  readonly onBack: () => void;
};

/** Somebody else is left with nobody. */
export function LeftBehindForm({ label, onSend, onBack }: FormProps) {
  const t = useText(homeEventsText);
  const [draft, setDraft] = useState(nobodyBehind);
  const one = behindOf(draft);
  return (
    <Rows>
      <Choice
        label={t('left-who')}
        value={draft.kind}
        onChange={(kind) => setDraft((before) => ({ ...before, kind }))}
        options={welfareKinds.map((value) => ({ value, label: t(`left-${value}`) }))}
      />
      <BehindFields of={draft} onChange={setDraft} />
      <Button
        look="main"
        icon="check"
        label={label}
        disabledReason={one ? undefined : t(draft.kind === 'CHILD' ? 'w-age' : 'left-who')}
        onPress={() => one && onSend([one])}
      />
      <Button look="link" label={t('back')} onPress={onBack} />
    </Rows>
  );
}
