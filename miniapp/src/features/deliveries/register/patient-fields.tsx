import { useText } from '@/text';
import { registerText } from '@/text/register';
import { Field } from '@/ui';
import { type PatientDraft, wrongIn } from './patient';

type Props = {
  readonly patient: PatientDraft;
  readonly onChange: (patient: PatientDraft) => void;
  /** Says what is wrong; not while somebody is still typing for the first time. */
  readonly tells: boolean;
};

/** Whom the pharmacy registers: name, document, phone. */
export function PatientFields({ patient, onChange, tells }: Props) {
  const t = useText(registerText);
  const wrong = tells ? wrongIn(patient) : new Set<keyof PatientDraft>();
  return (
    <>
      <Field
        label={t('name')}
        value={patient.name}
        onChange={(name) => onChange({ ...patient, name })}
        maxLength={40}
        error={wrong.has('name') ? t('name-wrong') : undefined}
      />
      <Field
        label={t('id-number')}
        hint={t('id-hint')}
        kind="idcard"
        value={patient.idNumber}
        onChange={(idNumber) => onChange({ ...patient, idNumber: idNumber.trim().toUpperCase() })}
        maxLength={18}
        error={wrong.has('idNumber') ? t('id-wrong') : undefined}
      />
      <Field
        label={t('phone')}
        kind="tel"
        value={patient.phone}
        onChange={(phone) => onChange({ ...patient, phone: phone.trim() })}
        maxLength={11}
        error={wrong.has('phone') ? t('phone-wrong') : undefined}
      />
    </>
  );
}
