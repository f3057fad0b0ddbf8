import { investigationActions } from '@grid-relief/shared-types/investigations/investigation.contract';
import type { InvestigationView } from '@grid-relief/shared-types/investigations/investigation.schema';
import { type Act, newId } from '@/api';
import { useText } from '@/text';
import { interviewText } from '@/text/investigation-interview';
import { Button, Card, Field, Line, Rows, Stepper, Words } from '@/ui';
import { aStay, missingOfPath, pathAt, pathDrafts, type StayForm, staysFrom } from './case-drafts';
import { useForm } from './use-form';
import { instantOf, WhenField } from './when-field';

type PathProps = { readonly of: InvestigationView; readonly doing: Act; readonly onDone: () => void };

/** Where the case was, written down while they tell it; kept on the phone at every change. */
export function PathForm({ of, doing, onDone }: PathProps) {
  const t = useText(interviewText);
  const now = new Date();
  const { form, change, isKept } = useForm(pathDrafts, () => pathAt(newId(), of.id, of.path, now));
  const { stays } = form;
  const missing = missingOfPath(form, now);
  const isFirst = of.actions.includes('interview');
  const put = (at: number, stay: StayForm) => change({ stays: stays.map((one, i) => (i === at ? stay : one)) });
  const send = async () => {
    const body = { revision: of.revision, path: staysFrom(form) };
    await pathDrafts.handIn(form, () =>
      doing.act(isFirst ? investigationActions.interview : investigationActions.correctPath, body),
    );
    onDone();
  };
  return (
    <Rows>
      <Words tone="quiet">{t('path-hint')}</Words>
      {stays.map((stay, at) => (
        <StayFields
          key={stay.id}
          stay={stay}
          onChange={(next) => put(at, next)}
          {...(stays.length > 1 ? { onDrop: () => change({ stays: stays.filter((_, i) => i !== at) }) } : {})}
        />
      ))}
      <Button icon="plus" label={t('add-stay')} onPress={() => change({ stays: [...stays, aStay(newId(), now)] })} />
      <Button
        look="main"
        icon="check"
        label={t('save-path')}
        disabledReason={missing === undefined ? undefined : t(missing)}
        onPress={() => void send()}
      />
      <Words tone="quiet">{t(isKept ? 'kept' : 'not-kept')}</Words>
      <Button icon="left" label={t('later')} onPress={onDone} />
    </Rows>
  );
}

type StayProps = {
  readonly stay: StayForm;
  readonly onChange: (stay: StayForm) => void;
  readonly onDrop?: () => void;
};

const lastHour = 23;

function StayFields({ stay, onChange, onDrop }: StayProps) {
  const t = useText(interviewText);
  const { place, came, until, words } = stay;
  const isAhead = instantOf(came) > new Date();
  return (
    <Card>
      <Rows>
        <Field
          label={t('f-place')}
          maxLength={120}
          value={place}
          onChange={(next) => onChange({ ...stay, place: next })}
        />
        <WhenField
          label={t('f-came')}
          value={came}
          onChange={(next) => onChange({ ...stay, came: next, until: Math.max(next.hour, until) })}
          error={isAhead ? t('w-when') : undefined}
        />
        <Line apart>
          <Words>{t('f-left')}</Words>
          <Stepper
            name={t('f-left')}
            value={Math.max(came.hour, until)}
            min={came.hour}
            max={lastHour}
            onChange={(next) => onChange({ ...stay, until: next })}
          />
        </Line>
        <Field
          label={t('f-words')}
          optional
          maxLength={200}
          value={words}
          onChange={(next) => onChange({ ...stay, words: next })}
        />
        {onDrop && <Button look="link" icon="bin" label={t('drop-stay')} onPress={onDrop} />}
      </Rows>
    </Card>
  );
}
