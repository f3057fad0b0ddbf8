import { revealHousehold } from '@grid-relief/shared-types/households/household.contract';
import { alertCloseCodes } from '@grid-relief/shared-types/lifecycles/quarantine/sensor-alert.lifecycle';
import { sensorAlertActions } from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import type { SensorAlertRow } from '@grid-relief/shared-types/sensors/sensor-alert.schema';
import { useState } from 'react';
import { type Act, ActButton, useProblemWords, useReveal } from '@/api';
import { callPhone } from '@/platform';
import { useText } from '@/text';
import { doorAlertsText } from '@/text/door-alerts';
import { Button, Rows, WhySheet, Words } from '@/ui';

type ButtonsProps = { readonly alert: SensorAlertRow; readonly doing: Act };

/** What the server says this person may do: phone, go there, and say in two taps what it was. */
export function AlertButtons({ alert, doing }: ButtonsProps) {
  const t = useText(doorAlertsText);
  const [isClosing, setClosing] = useState(false);
  const { actions, household } = alert;
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  return (
    <Rows gap={2}>
      {household !== undefined && <PhoneButton household={household} />}
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

/** The number of the home, by a look that is written down. */
function PhoneButton({ household }: { readonly household: string }) {
  const t = useText(doorAlertsText);
  const problemWords = useProblemWords();
  const { problem, isBusy, open } = useReveal(revealHousehold, household);
  const phone = async () => {
    const opened = await open('CALL');
    if (opened) void callPhone(opened.phone);
  };
  return (
    <>
      {problem && <Words tone="danger">{problemWords(problem)}</Words>}
      <Button icon="phone" busy={isBusy} label={t('phone')} onPress={() => void phone()} />
    </>
  );
}
