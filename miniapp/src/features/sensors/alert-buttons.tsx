import { alertCloseCodes } from '@grid-relief/shared-types/lifecycles/quarantine/sensor-alert.lifecycle';
import { sensorAlertActions } from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import type { SensorAlertRow } from '@grid-relief/shared-types/sensors/sensor-alert.schema';
import { useState } from 'react';
import { type Act, ActButton } from '@/api';
import { CallHome } from '@/features/households/call-home';
import { useText } from '@/text';
import { doorAlertsText } from '@/text/door-alerts';
import { Button, Rows, WhySheet } from '@/ui';

type ButtonsProps = { readonly alert: SensorAlertRow; readonly doing: Act };

/** What the server says this person may do: phone, go there, and say in two taps what it was. */
export function AlertButtons({ alert, doing }: ButtonsProps) {
  const t = useText(doorAlertsText);
  const [isClosing, setClosing] = useState(false);
  const { actions, household } = alert;
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  return (
    <Rows gap={2}>
      {household !== undefined && <CallHome household={household} label={t('phone')} />}
      {actions.includes('call') && (
        <ActButton of={doing} does={sensorAlertActions.call} look="main" icon="check" label={t('call')} />
      )}
      {actions.includes('goToDoor') && (
        <ActButton of={doing} does={sensorAlertActions.goToDoor} look="main" icon="door" label={t('goToDoor')} />
      )}
      {actions.includes('close') && isFree && <Button label={t('close')} onPress={() => setClosing(true)} />}
      {isClosing && (
        <WhySheet
          title={t('why-title')}
          wordsLabel={t('words')}
          reasons={alertCloseCodes.map((code) => ({ code, label: t(`r-${code}`) }))}
          onClose={() => setClosing(false)}
          onSend={(reason) => void doing.act(sensorAlertActions.close, { reason })}
        />
      )}
    </Rows>
  );
}
