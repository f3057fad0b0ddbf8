import { kindIcon } from '@/features/deliveries/carrying/marks';
import { useText } from '@/text';
import { custodyText } from '@/text/custody';
import { gridOrdersText } from '@/text/grid-orders';
import { registerText } from '@/text/register';
import { Card, Choice, Field, Heading, Rows, Words } from '@/ui';
import { PatientFields } from '../register/patient-fields';
import { LinesEditor } from './lines-editor';
import { asksPatient, isGoods, type PhoneOrder, phoneKinds } from './phone-order';

const days = ['0', '1', '2', '5'] as const;
const payModes = ['RESIDENT_PAYS_SHOP', 'VOLUNTEER_ADVANCE', 'COMMUNITY_COLLECTS', 'FREE'] as const;

type FormProps = { readonly order: PhoneOrder; readonly onChange: (order: PhoneOrder) => void };

/** What is asked on the phone, in the order in which one asks it. */
export function PhoneOrderForm({ order, onChange }: FormProps) {
  const t = useText(gridOrdersText);
  const { kind, lines, words, doorWords, payMode } = order;
  return (
    <Rows>
      <Choice
        label={t('phone-kind')}
        value={kind}
        onChange={(value) => onChange({ ...order, kind: value })}
        options={phoneKinds.map((value) => ({ value, label: t(`kind-${value}`), icon: kindIcon(value) }))}
      />
      {isGoods(kind) ? (
        <>
          <LinesEditor
            lines={lines}
            marksFour={kind === 'MEDICINE'}
            onChange={(changed) => onChange({ ...order, lines: changed })}
          />
          <DaysAndSymptoms order={order} onChange={onChange} />
          {asksPatient(order) && <Register order={order} onChange={onChange} />}
        </>
      ) : (
        <Field
          label={t('phone-words')}
          value={words}
          onChange={(value) => onChange({ ...order, words: value })}
          tall
          maxLength={500}
        />
      )}
      {kind !== 'WASTE_PICKUP' && (
        <Choice
          label={t('phone-pay')}
          value={payMode}
          onChange={(value) => onChange({ ...order, payMode: value })}
          options={payModes.map((value) => ({ value, label: t(`pay-${value}`) }))}
        />
      )}
      <Field
        label={t('phone-door-words')}
        optional
        value={doorWords}
        onChange={(value) => onChange({ ...order, doorWords: value })}
        maxLength={120}
      />
    </Rows>
  );
}

function DaysAndSymptoms({ order, onChange }: FormProps) {
  const tCustody = useText(custodyText);
  const t = useText(gridOrdersText);
  const isMedicine = order.kind === 'MEDICINE';
  const answer = order.symptoms === undefined ? undefined : order.symptoms ? 'yes' : 'no';
  return (
    <>
      <Choice
        label={t(isMedicine ? 'phone-days-medicine' : 'phone-days-food')}
        value={days.find((each) => Number(each) === order.daysLeft)}
        onChange={(value) => onChange({ ...order, daysLeft: Number(value) })}
        options={days.map((value) => ({ value, label: t(`days-${value}`) }))}
      />
      {isMedicine && (
        <Choice
          label={t('phone-symptoms')}
          value={answer}
          onChange={(value) => onChange({ ...order, symptoms: value === 'yes' })}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))}
        />
      )}
      {isMedicine && (
        <Choice
          label={tCustody('ask-phone')}
          value={order.repeatPrescription ? 'yes' : 'no'}
          onChange={(value) => onChange({ ...order, repeatPrescription: value === 'yes' })}
          options={(['no', 'yes'] as const).map((value) => ({ value, label: tCustody(value) }))}
        />
      )}
    </>
  );
}

/** Asked on the phone as a resident is asked in the form: it may be left for later, half of it may not. */
function Register({ order, onChange }: FormProps) {
  const t = useText(registerText);
  return (
    <Card label={t('title')}>
      <Rows>
        <Heading size={4}>{t('title')}</Heading>
        <Words>{t('why')}</Words>
        <PatientFields patient={order.patient} onChange={(patient) => onChange({ ...order, patient })} />
        <Words tone="quiet">{t('safe')}</Words>
        <Words tone="quiet">{t('later')}</Words>
      </Rows>
    </Card>
  );
}
