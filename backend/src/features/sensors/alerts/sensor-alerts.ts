import { type ActingOn, actingOn } from '../../../acting';
import { taskModel } from '../../../tasks';
import type { SensorDeps } from '../sensor.deps';
import { type AlertAction, alertKind, machine, type SensorAlert } from './sensor-alert';
import { maySeeAlert } from './sensor-alert.policy';
import { alertVerbs } from './sensor-alert.verbs';

export type SensorAlerts = ActingOn<SensorAlert, AlertAction, object>;

/** Alerts, and what is done about them (handbook 2.3b). */
export function sensorAlerts(deps: SensorDeps): SensorAlerts {
  return actingOn({
    ...{ kind: alertKind, machine, deps, verbs: alertVerbs, maySee: maySeeAlert },
    collection: taskModel(deps.connection).collection,
  });
}
