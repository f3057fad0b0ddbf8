import { type ActingOn, actingOn, recordModel } from '../../../acting';
import type { SensorDeps } from '../sensor.deps';
import {
  type DoorSensor,
  doorSensorCollection,
  doorSensorKind,
  machine,
  type SensorAction,
  type SensorBody,
} from './door-sensor';
import { maySeeSensor } from './door-sensor.policy';
import { sensorVerbs } from './door-sensor.verbs';

export type DoorSensors = ActingOn<DoorSensor, SensorAction, SensorBody>;

/** Sensors, and what is done about them (handbook 2.3b). */
export function doorSensors(deps: SensorDeps): DoorSensors {
  return actingOn({
    ...{ kind: doorSensorKind, machine, deps, verbs: sensorVerbs, maySee: maySeeSensor },
    collection: recordModel(deps.connection, doorSensorCollection).collection,
  });
}
