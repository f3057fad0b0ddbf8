import { doorSensorActions, giveSensorKey } from '@grid-relief/shared-types/sensors/door-sensor.contract';
import type { DoorSensorView } from '@grid-relief/shared-types/sensors/door-sensor.schema';
import { useState } from 'react';
import { type Act, ActButton, useProblemWords, useReveal } from '@/api';
import { useText } from '@/text';
import { doorSensorsText } from '@/text/door-sensors';
import { Button, Rows, Words } from '@/ui';
import { InstallSheet } from './install-sheet';

/** One tap each; what stands first is the next step. Where the server asks why, the button is the reason. */
const taps = [
  ['bind', undefined],
  ['failTest', 'NOT_HEARD'],
  ['remove', undefined],
  ['disinfect', undefined],
  ['restock', undefined],
  ['askRemoval', 'NOT_NEEDED'],
  ['reportLost', 'NOT_FOUND'],
  ['retire', 'BROKEN'],
] as const;

type ButtonsProps = { readonly sensor: DoorSensorView; readonly doing: Act };

/** What the server says this person may do with a sensor. */
export function SensorButtons({ sensor, doing }: ButtonsProps) {
  const t = useText(doorSensorsText);
  const [isInstalling, setInstalling] = useState(false);
  const { actions, hasKey, state, heard, removalAskedAt } = sensor;
  const isNext = (action: string) =>
    action === 'bind' ? heard.opened && heard.closed : action !== 'askRemoval' || removalAskedAt === undefined;
  const offered = taps.filter(([action]) => actions.includes(action) && isNext(action));
  const isFree = !doing.isUnderWay && doing.refused === undefined;
  return (
    <Rows gap={2}>
      {(state === 'IN_STOCK' || state === 'INSTALLED') && <KeyButton sensor={sensor} />}
      {actions.includes('install') && hasKey && isFree && (
        <Button look="main" icon="door" label={t('install')} onPress={() => setInstalling(true)} />
      )}
      {offered.map(([action, code], nth) => (
        <ActButton
          key={action}
          of={doing}
          does={doorSensorActions[action]}
          body={code === undefined ? {} : { reason: { code } }}
          look={nth === 0 ? 'main' : 'quiet'}
          label={t(action)}
        />
      ))}
      {isInstalling && (
        <InstallSheet
          onClose={() => setInstalling(false)}
          onInstall={(said) => {
            setInstalling(false);
            void doing.act(doorSensorActions.install, said);
          }}
        />
      )}
    </Rows>
  );
}

/** The key is shown once and covered again; it lies on no device. */
function KeyButton({ sensor: { id, hasKey } }: Pick<ButtonsProps, 'sensor'>) {
  const t = useText(doorSensorsText);
  const problemWords = useProblemWords();
  const { opened, problem, isBusy, open } = useReveal(giveSensorKey, id);
  return (
    <>
      {opened && (
        <Words strong block>
          {t('key-shown', { key: opened.key })}
        </Words>
      )}
      {problem && <Words tone="danger">{problemWords(problem)}</Words>}
      <Button
        icon="lock"
        busy={isBusy}
        label={t(hasKey ? 'key-renew' : 'key')}
        onPress={() => void open(hasKey ? 'RENEW' : 'FIRST')}
      />
    </>
  );
}
