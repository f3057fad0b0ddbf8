import { useState } from 'react';
import { useText } from '@/text';
import { registerText } from '@/text/register';
import { Field } from '@/ui';
import { type PatientDraft, wrongIn } from './patient';

type Props = {
  readonly patient: PatientDraft;
  readonly onChange: (patient: PatientDraft) => void;
  /** Says all that is wrong; otherwise only of what was typed and left, not while somebody is still typing. */
  readonly tells?: boolean;
};

type Name = keyof PatientDraft;

/** Whom the pharmacy registers: name, document, phone. */
export function PatientFields({ patient, onChange, tells = false }: Props) {
  const t = useText(registerText);
  const [left, setLeft] = useState<readonly Name[]>([]);
  const wrong = wrongIn(patient);
  const isTold = (name: Name) => wrong.has(name) && (tells || (left.includes(name) && patient[name] !== ''));
  const leave = (name: Name) => () => setLeft([...left, name]);
  return (
    <>
      <Field
        label={t('name')}
        value={patient.name}
        onChange={(name) => onChange({ ...patient, name })}
        maxLength={40}
        onLeave={leave('name')}
        error={isTold('name') ? t('name-wrong') : undefined}
      />
      <Field
        label={t('id-number')}
        hint={t('id-hint')}
        kind="idcard"
        value={patient.idNumber}
        onChange={(idNumber) => onChange({ ...patient, idNumber: idNumber.trim().toUpperCase() })}
        maxLength={18}
        onLeave={leave('idNumber')}
        error={isTold('idNumber') ? t('id-wrong') : undefined}
      />
      <Field
        label={t('phone')}
        kind="tel"
        value={patient.phone}
        onChange={(phone) => onChange({ ...patient, phone: phone.trim() })}
        maxLength={11}
        onLeave={leave('phone')}
        error={isTold('phone') ? t('phone-wrong') : undefined}
      />
    </>
  );
}
