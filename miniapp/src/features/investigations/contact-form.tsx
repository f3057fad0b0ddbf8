import { investigationActions } from '@grid-relief/shared-types/investigations/investigation.contract';
import { contactClasses, contactRelations } from '@grid-relief/shared-types/investigations/investigation.schema';
import { type Act, newId } from '@/api';
import { AreaPicker } from '@/features/returnees/area-picker';
import { useText } from '@/text';
import { interviewText } from '@/text/investigation-interview';
import { Button, Chip, Choice, Field, Line, Rows, Words } from '@/ui';
import { contactAt, contactDrafts, contactFrom, type ContactForm as Form, missingOfContact } from './case-drafts';
import { useForm } from './use-form';
import { instantOf, WhenField, whenNow } from './when-field';

type ContactProps = {
  readonly investigation: string;
  /** An entry that is completed; absent: a new one. */
  readonly entry?: Partial<Form>;
  readonly doing: Act;
  readonly onDone: () => void;
};

/** Somebody the case has met, written down while they tell it; kept on the phone at every change. */
export function ContactForm({ investigation, entry, doing, onDone }: ContactProps) {
  const t = useText(interviewText);
  const { form, change, isKept } = useForm(contactDrafts, () => {
    const kept = contactAt(newId(), investigation);
    return entry === undefined || kept.id === entry.id ? kept : { ...kept, ...entry };
  });
  const missing = missingOfContact(form, new Date());
  const send = async () => {
    const body = { contact: contactFrom(form) };
    await contactDrafts.handIn(form, () => doing.act(investigationActions.addContact, body));
    onDone();
  };
  return (
    <Rows>
      <Field label={t('k-name')} maxLength={40} value={form.name} onChange={(name) => change({ name })} />
      <Field
        label={t('k-phone')}
        kind="tel"
        optional
        maxLength={11}
        value={form.phone}
        onChange={(phone) => change({ phone })}
      />
      <Choice
        label={t('k-class')}
        value={form.class}
        onChange={(value) => change({ class: value })}
        options={contactClasses.map((value) => ({ value, label: t(value) }))}
      />
      <Choice
        label={t('k-relation')}
        value={form.relation}
        onChange={(relation) => change({ relation })}
        options={contactRelations.map((value) => ({ value, label: t(`rel-${value}`) }))}
      />
      <LastExposure form={form} change={change} />
      <Place form={form} change={change} />
      <Field
        label={t('k-id')}
        kind="idcard"
        optional
        maxLength={24}
        value={form.idNumber}
        onChange={(idNumber) => change({ idNumber })}
      />
      <Button
        look="main"
        icon="check"
        label={t('save-contact')}
        disabledReason={missing === undefined ? undefined : t(missing)}
        onPress={() => void send()}
      />
      <Words tone="quiet">{t(isKept ? 'kept' : 'not-kept')}</Words>
      <Button icon="left" label={t('later')} onPress={onDone} />
    </Rows>
  );
}

type PartProps = { readonly form: Form; readonly change: (part: Partial<Form>) => void };

function LastExposure({ form: { when }, change }: PartProps) {
  const t = useText(interviewText);
  const now = new Date();
  return (
    <Rows gap={2}>
      {when && (
        <WhenField
          label={t('k-when')}
          value={when}
          onChange={(next) => change({ when: next })}
          error={instantOf(when) > now ? t('w-when') : undefined}
        />
      )}
      {!when && <Words strong>{t('k-when')}</Words>}
      <Line>
        <Chip
          label={t('k-when-unknown')}
          chosen={when === undefined}
          onPress={() => change({ when: when === undefined ? whenNow(now) : undefined })}
        />
      </Line>
    </Rows>
  );
}

function Place({ form: { isHere, area, areaName, place }, change }: PartProps) {
  const t = useText(interviewText);
  return (
    <Rows gap={2}>
      <Words strong>{t('k-area')}</Words>
      <Line>
        <Chip label={t('k-area-unknown')} chosen={!isHere} onPress={() => change({ isHere: !isHere })} />
      </Line>
      {isHere && (
        <>
          <AreaPicker
            nearby
            area={area}
            name={areaName}
            onChange={(id, name) => change({ area: id, areaName: name })}
            error={undefined}
          />
          <Field
            label={t('k-place')}
            optional
            maxLength={120}
            value={place}
            onChange={(words) => change({ place: words })}
          />
        </>
      )}
    </Rows>
  );
}
