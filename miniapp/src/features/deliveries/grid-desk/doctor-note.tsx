import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { useText } from '@/text';
import { deskText } from '@/text/grid-desk';
import { medicineText } from '@/text/medicine';
import { Card, Words } from '@/ui';

/** Medicine at the desk: that a doctor comes first, or what the doctor decided; what was said to the household is its own. */
export function DoctorNote({ view: { state, flags, doctor, timeline } }: { readonly view: DeliveryView }) {
  const t = useText(deskText);
  const tMedicine = useText(medicineText);
  if (state === 'SUBMITTED' && flags.includes('DOCTOR')) {
    return (
      <Card tone="danger">
        <Words strong>{t('doctor-note')}</Words>
      </Card>
    );
  }
  if (state === 'SUBMITTED' && flags.includes('DOCTOR_LOOK')) {
    return (
      <Card tone="amber">
        <Words strong block>
          {tMedicine('desk-waits')}
        </Words>
        <Words>{tMedicine('desk-waits-hint')}</Words>
      </Card>
    );
  }
  const { nextStep } = doctor ?? {};
  const isCleared = timeline.some(({ action }) => action === 'doctorClear');
  if (nextStep === undefined && !isCleared) return null;
  return (
    <Card tone={nextStep === undefined ? 'leaf' : 'amber'}>
      <Words strong block>
        {tMedicine(nextStep === undefined ? 'cleared' : `desk-${nextStep}`)}
      </Words>
      <Words tone="quiet">{tMedicine('desk-private')}</Words>
    </Card>
  );
}
