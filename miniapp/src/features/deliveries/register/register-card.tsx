import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { giveRegister } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { useState } from 'react';
import type { Act } from '@/api';
import { useOnItsWay } from '@/state/use-on-its-way';
import { useText } from '@/text';
import { registerText } from '@/text/register';
import { Button, Card, Heading, Rows, Sheet, Words } from '@/ui';
import { noPatient, patientOf } from './patient';
import { PatientFields } from './patient-fields';

type Props = { readonly view: DeliveryView; readonly act: Act };

/** For the household and its grid: whom the pharmacy registers. What was given is not shown again. */
export function RegisterCard({ view, act }: Props) {
  const t = useText(registerText);
  const [isOpen, setOpen] = useState(false);
  const { register, actions } = view;
  const isOnItsWay = useOnItsWay(act, view.revision);
  if (register === undefined) return null;
  if (register.registeredAt !== undefined) {
    return (
      <Card tone="leaf">
        <Words size={5}>{t('registered')}</Words>
      </Card>
    );
  }
  if (!actions.includes('giveRegister')) return null;
  const isSaid = register.given || isOnItsWay(giveRegister);
  return (
    <Card tone={isSaid ? 'leaf' : 'amber'}>
      <Heading size={4}>{t(isSaid ? 'given' : 'title')}</Heading>
      <Words block>{t(isSaid ? 'given-safe' : 'why')}</Words>
      <Button
        icon="edit"
        look={isSaid ? 'link' : 'quiet'}
        label={t(isSaid ? 'change' : 'fill')}
        onPress={() => setOpen(true)}
      />
      {isOpen && <GiveSheet view={view} act={act} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function GiveSheet({ view, act, onClose }: Props & { readonly onClose: () => void }) {
  const t = useText(registerText);
  const { household } = view;
  const known = household?.masked === false ? { name: household.name, phone: household.phone ?? '' } : {};
  const [patient, setPatient] = useState({ ...noPatient, ...known });
  const [tells, setTells] = useState(false);
  const save = () => {
    const whole = patientOf(patient);
    if (whole === undefined) return setTells(true);
    onClose();
    void act.act(giveRegister, { patient: whole });
  };
  return (
    <Sheet title={t('title')} open onClose={onClose}>
      <Rows>
        <Words>{t('safe')}</Words>
        <PatientFields patient={patient} onChange={setPatient} tells={tells} />
        <Button look="main" icon="check" label={t('save')} onPress={save} />
      </Rows>
    </Sheet>
  );
}
