import { action, byId, endpoint, intent } from '../contract';
import { doorSensorLifecycle as machine } from '../lifecycles/quarantine/door-sensor.lifecycle';
import { AreaId } from '../primitives/areas';
import { HouseholdId, RecordId } from '../primitives/ids';
import { Instant } from '../primitives/instants';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { ConsentHow, DoorPlace, DoorReason, DoorSensorView, DoorWindowView, SensorLabel } from './door-sensor.schema';

export const listDoorSensors = endpoint({
  name: 'listDoorSensors',
  method: 'GET',
  path: '/door-sensors',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER', 'STORE_KEEPER', 'VOLUNTEER', 'TOWNSHIP_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(DoorSensorView),
  summary: 'Sensors of my area, those with something to do first.',
});
export const myDoor = endpoint({
  name: 'myDoor',
  method: 'GET',
  path: '/door-sensors/mine',
  access: 'signedIn',
  response: z.object({ sensors: z.array(DoorSensorView), windows: z.array(DoorWindowView) }),
  summary: 'Sensors at my own door, and when it may be opened without anybody being told.',
});
export const getDoorSensor = endpoint({
  name: 'getDoorSensor',
  method: 'GET',
  path: '/door-sensors/{id}',
  access: 'signedIn',
  params: byId,
  response: DoorSensorView,
  problems: ['not-found'],
  summary: 'One sensor.',
});
export const addDoorSensor = endpoint({
  name: 'addDoorSensor',
  method: 'POST',
  path: '/door-sensors',
  access: { roles: ['STORE_KEEPER', 'GRID_WORKER', 'GRID_LEADER'] },
  body: z.strictObject({ id: RecordId, label: SensorLabel, area: AreaId }),
  response: DoorSensorView,
  problems: ['not-allowed', 'id-taken'],
  summary: 'Put a sensor into the stock of a grid.',
});
export const giveSensorKey = endpoint({
  name: 'giveSensorKey',
  method: 'POST',
  path: '/door-sensors/{id}/key',
  access: { roles: ['STORE_KEEPER', 'GRID_WORKER', 'GRID_LEADER'] },
  params: byId,
  body: z.strictObject({ opId: intent.opId, why: z.enum(['FIRST', 'RENEW']) }),
  /** 64 hexadecimal digits; shown to this operation and to no later one. */
  response: z.object({ key: z.string(), recordedAt: Instant }),
  problems: ['not-found', 'not-allowed', 'transition-not-allowed', 'op-id-reused'],
  summary: 'Make the key with which the sensor signs; any earlier one is void. The look is recorded.',
});
export const askToOpenDoor = endpoint({
  name: 'askToOpenDoor',
  method: 'POST',
  path: '/door-windows/mine',
  access: 'signedIn',
  body: z.strictObject({ id: RecordId, household: HouseholdId, why: DoorReason }),
  response: DoorWindowView,
  problems: ['not-found', 'id-taken'],
  summary: 'I am about to open my door: for five minutes nobody is told.',
});
export const announceDoorWindow = endpoint({
  name: 'announceDoorWindow',
  method: 'POST',
  path: '/door-windows',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER'] },
  body: z.strictObject({
    ...{ id: RecordId, area: AreaId, household: z.optional(HouseholdId) },
    ...{ why: z.enum(['WASTE', 'SAMPLING', 'MEDICAL']), from: Instant, to: Instant },
  }),
  response: DoorWindowView,
  problems: ['not-allowed', 'id-taken'],
  summary: 'Announce a round (waste, sampling, a doctor) to one home or all of an area; four hours at most.',
});

export const doorSensorQueries = {
  ...{ listDoorSensors, myDoor, getDoorSensor, addDoorSensor, giveSensorKey, askToOpenDoor, announceDoorWindow },
};

/** What people may do about a sensor. */
export const doorSensorActions = {
  install: action(
    machine,
    'install',
    { household: HouseholdId, place: DoorPlace, consent: ConsentHow, told: z.literal(true) },
    DoorSensorView,
  ),
  failTest: action(machine, 'failTest', {}, DoorSensorView),
  bind: action(machine, 'bind', {}, DoorSensorView),
  askRemoval: action(machine, 'askRemoval', {}, DoorSensorView),
  remove: action(machine, 'remove', {}, DoorSensorView),
  reportLost: action(machine, 'reportLost', {}, DoorSensorView),
  disinfect: action(machine, 'disinfect', {}, DoorSensorView),
  restock: action(machine, 'restock', {}, DoorSensorView),
  retire: action(machine, 'retire', {}, DoorSensorView),
};
