import { action, byId, endpoint } from '../contract';
import { sensorAlertLifecycle as machine } from '../lifecycles/quarantine/sensor-alert.lifecycle';
import { pageOf, pageQuery } from '../primitives/paging';
import * as z from '../zod';
import { SensorAlertRow, SensorAlertView as view } from './sensor-alert.schema';

export const listSensorAlerts = endpoint({
  name: 'listSensorAlerts',
  method: 'GET',
  path: '/sensor-alerts',
  access: { roles: ['GRID_WORKER', 'GRID_LEADER', 'BUILDING_CAPTAIN', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] },
  query: z.strictObject({ ...pageQuery }),
  response: pageOf(SensorAlertRow),
  summary: 'Doors that nobody can explain yet in my area, the oldest first.',
});
export const getSensorAlert = endpoint({
  name: 'getSensorAlert',
  method: 'GET',
  path: '/sensor-alerts/{id}',
  access: 'signedIn',
  params: byId,
  response: view,
  problems: ['not-found'],
  summary: 'One alert, step by step.',
});

export const sensorAlertQueries = { listSensorAlerts, getSensorAlert };

/** What people may do about an alert; it is closed by a code, and a machine never decides that somebody broke a rule. */
export const sensorAlertActions = {
  call: action(machine, 'call', {}, view),
  goToDoor: action(machine, 'goToDoor', {}, view),
  close: action(machine, 'close', {}, view),
};
