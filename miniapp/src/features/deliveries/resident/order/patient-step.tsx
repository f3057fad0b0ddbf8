import { useMyHouseholds } from '@/features/households/use-my-households';
import { useText } from '@/text';
import { registerText } from '@/text/register';
import { Card, Heading, Rows, Words } from '@/ui';
import { noPatient } from '../../register/patient';
import { PatientFields } from '../../register/patient-fields';
import type { StepProps } from './step-props';

/** Four-class medicine: whom the pharmacy registers. It may be left for later; half of it may not. */
export function PatientStep({ draft, change }: StepProps) {
  const t = useText(registerText);
  const { data } = useMyHouseholds();
  const name = data?.items.find(({ id }) => id === draft.household)?.contactName ?? '';
  const patient = draft.patient ?? { ...noPatient, name };
  return (
    <Card label={t('title')}>
      <Rows>
        <Heading size={4}>{t('title')}</Heading>
        <Words>{t('why')}</Words>
        <PatientFields patient={patient} onChange={(changed) => change({ patient: changed })} />
        <Words tone="quiet">{t('safe')}</Words>
        <Words tone="quiet">{t('later')}</Words>
      </Rows>
    </Card>
  );
}
