import type { ResponseOf } from '@grid-relief/shared-types/contract';
import type { DeliveryView } from '@grid-relief/shared-types/deliveries/delivery.schema';
import { tickRegistered } from '@grid-relief/shared-types/deliveries/delivery-actions.contract';
import { revealRegister } from '@grid-relief/shared-types/deliveries/register.contract';
import { useState } from 'react';
import { type Act, type Reveal, useProblemWords, useReveal } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { registerText } from '@/text/register';
import { Button, Card, Heading, Icon, Line, Words } from '@/ui';

type Patient = ResponseOf<typeof revealRegister>['patient'];
type Props = { readonly view: DeliveryView; readonly doing: Act };

/** Four-class medicine that the pharmacy has not registered for whoever buys it. */
export const lacksRegister = ({ register }: Pick<DeliveryView, 'register'>): boolean =>
  register !== undefined && register.registeredAt === undefined;

/** Where pharmacies sell none of it now, whoever stands there buys none; a doctor is asked first (handbook 4.8). */
function NotSold() {
  const t = useText(registerText);
  return (
    <Card tone="amber">
      <Heading size={4}>{t('suspended')}</Heading>
      <Words block>{t('suspended-hint')}</Words>
    </Card>
  );
}

/** At the counter: the register behind a closed eye, large enough to be read across it, and the tick that it is done. */
export function CounterCard({ view, doing }: Props) {
  const t = useText(registerText);
  const look = useReveal(revealRegister, view.id);
  const [hasLooked, setLooked] = useState(false);
  const patient = look.opened?.patient;
  const { register } = view;
  if (view.fourClass === 'SUSPENDED') return <NotSold />;
  if (register === undefined) return null;
  if (!lacksRegister(view)) {
    return (
      <Card tone="leaf">
        <Words size={5}>{t('ticked')}</Words>
      </Card>
    );
  }
  return (
    <Card tone="amber" label={t('counter-title')}>
      <Heading size={4}>{t('counter-title')}</Heading>
      {patient === undefined ? (
        <Closed view={view} look={look} isAgain={hasLooked} onLooked={() => setLooked(true)} />
      ) : (
        <Open patient={patient} />
      )}
      <Line>
        <Icon name="shield" />
        <Words size={4} strong>
          {t('own-id')}
        </Words>
      </Line>
      <Words block>{t('own-id-hint')}</Words>
      {patient !== undefined && <Button icon="eye-closed" look="link" label={t('hide')} onPress={look.hide} />}
      <Words tone="quiet" block>
        {t('tick-hint')}
      </Words>
      <Button icon="check" label={t('tick')} onPress={() => void doing.act(tickRegistered, { ownIdShown: true })} />
    </Card>
  );
}

type ClosedProps = {
  readonly view: DeliveryView;
  readonly isAgain: boolean;
  readonly onLooked: () => void;
  readonly look: Reveal<ResponseOf<typeof revealRegister>>;
};

function Closed({ view, look, isAgain, onLooked }: ClosedProps) {
  const t = useText(registerText);
  const problemWords = useProblemWords();
  const phone = view.household?.phone;
  if (view.register?.given !== true) {
    return (
      <>
        <Words size={5} block>
          {t('counter-missing')}
        </Words>
        {phone !== undefined && <Button icon="phone" label={t('counter-call')} onPress={() => void callPhone(phone)} />}
      </>
    );
  }
  const open = async () => {
    const opened = await look.open(isAgain ? 'PHARMACY_ASKS_AGAIN' : 'PHARMACY_REGISTER');
    if (opened) onLooked();
  };
  return (
    <>
      <Words block>{t('open-note')}</Words>
      <Button icon="eye" label={t('open')} busy={look.isBusy} onPress={() => void open()} />
      {look.problem && <Words tone="danger">{problemWords(look.problem)}</Words>}
    </>
  );
}

/** Kept nowhere: gone with the page, and covered by itself before that. */
function Open({ patient }: { readonly patient: Patient }) {
  const t = useText(registerText);
  const rows = [
    [t('name'), patient.name],
    [t('id-number'), patient.idNumber],
    [t('phone'), patient.phone],
  ] as const;
  return (
    <>
      {rows.map(([label, value]) => (
        <Words key={label} size={2} strong block reads={{ label: `${label} ${value}` }}>
          {value}
        </Words>
      ))}
      <Words tone="quiet" reads={{ role: 'status', live: 'polite' }}>
        {t('recorded')}
      </Words>
    </>
  );
}
