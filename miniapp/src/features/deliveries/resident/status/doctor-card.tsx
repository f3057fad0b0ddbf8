import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { medicineText } from '@/text/medicine';
import { Button, Card, Heading, useMarks, Words } from '@/ui';
import { isUnderWay } from '../delivery-look';
import { waitsForDoctor } from '../what-next';

type DoctorProps = { readonly view: DeliveryView };

const ambulance = '120';

/** Medicine and the doctor: that one looks first and why, and what was said. Nothing where no doctor has a part. */
export function DoctorCard({ view }: DoctorProps) {
  if (waitsForDoctor(view)) return <Waits view={view} />;
  if (view.doctor?.nextStep !== undefined) return <Refused view={view} />;
  if (isCleared(view)) return <Cleared view={view} />;
  return <NoPrescription view={view} />;
}

/** Cleared by a doctor, with or without words, and still on its way. */
const isCleared = ({ state, timeline, doctor }: DeliveryView): boolean =>
  isUnderWay(state) && (doctor !== undefined || timeline.some(({ action }) => action === 'doctorClear'));

function Waits({ view: { flags } }: DoctorProps) {
  const t = useText(medicineText);
  const hasSymptoms = flags.includes('DOCTOR');
  return (
    <Card tone={hasSymptoms ? 'amber' : 'info'}>
      <Heading size={4}>{t('waits-title')}</Heading>
      <Words size={5} block>
        {t(hasSymptoms ? 'waits-symptoms' : 'waits-prescription')}
      </Words>
      {hasSymptoms && <Button icon="phone" label={t('call-120')} onPress={() => void callPhone(ambulance)} />}
    </Card>
  );
}

function Refused({ view: { doctor } }: DoctorProps) {
  const t = useText(medicineText);
  const { nextStep, words } = doctor ?? {};
  return (
    <Card tone="danger">
      <Heading size={4}>{t('refused')}</Heading>
      {nextStep !== undefined && (
        <Words size={5} strong block>
          {t(`next-${nextStep}`)}
        </Words>
      )}
      <Said words={words} />
      {nextStep === 'CALL_120' && (
        <Button icon="phone" label={t('call-120')} onPress={() => void callPhone(ambulance)} />
      )}
    </Card>
  );
}

function Cleared({ view: { doctor } }: DoctorProps) {
  const t = useText(medicineText);
  return (
    <Card tone="leaf">
      <Heading size={4}>{t('cleared')}</Heading>
      <Said words={doctor?.words} />
    </Card>
  );
}

function Said({ words }: { readonly words: string | undefined }) {
  const marks = useMarks();
  const t = useText(medicineText);
  return words === undefined ? null : (
    <Words size={5} block>
      {marks.said(t('said'), words)}
    </Words>
  );
}

function NoPrescription({ view: { state, flags } }: DoctorProps) {
  const t = useText(medicineText);
  if (state !== 'SUBMITTED' || !flags.includes('PRESCRIPTION')) return null;
  return (
    <Card tone="amber">
      <Words size={5}>{t('lacks-prescription')}</Words>
    </Card>
  );
}
