import type { Route } from '../../http/mount';
import { sensorAlertRoutes } from './alerts/sensor-alert.routes';
import { doorSensorRoutes } from './devices/door-sensor.routes';
import { intakeRoutes } from './intake/intake.routes';
import type { SensorDeps } from './sensor.deps';

export { doorSensorCollection } from './devices/door-sensor';
export { doorEventIndexes } from './events/door-event.model';
export { doorSigns } from './events/door-signs';
export { mqttWorker, sensorTopic } from './intake/mqtt-worker';
export { type SignedMessage, signatureOf } from './intake/signature.rules';
export type { Counted, DoorWindow, SensorDeps } from './sensor.deps';
export { releaseDoor, type SensorHandlers, sensorHandlers } from './sensor.handlers';
export { silenceWorker } from './silence/silence-worker';
export { sweepSilence } from './silence/sweep-silence';
export { doorWindowIndexes } from './windows/door-window.model';
export { deliveryWindow } from './windows/is-explained.rules';

/** Endpoints of sensors, their alerts and what they push. */
export function sensorRoutes(deps: SensorDeps): Route[] {
  return [...doorSensorRoutes(deps), ...sensorAlertRoutes(deps), ...intakeRoutes(deps)];
}
