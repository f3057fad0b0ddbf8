import {
  sensorAlertQueries as queries,
  sensorAlertActions,
} from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import { actionRoutes } from '../../../acting';
import { mount, type Route } from '../../../http/mount';
import { type PageQuery, pageOfRows } from '../../../http/page-of-rows';
import { Problem } from '../../../http/problem';
import type { PersonActor } from '../../../lifecycle';
import { doorSensorRepository } from '../devices/door-sensor.repository';
import type { SensorDeps } from '../sensor.deps';
import type { SensorAlert } from './sensor-alert';
import { dutyAreas, maySeeAlert } from './sensor-alert.policy';
import { type AlertSeen, alertRow, alertView } from './sensor-alert.presenter';
import { sensorAlertRepository } from './sensor-alert.repository';
import { sensorAlerts } from './sensor-alerts';

/** What stands beside these alerts: signs of doors, whether they are open, and how many are silent. */
async function around(deps: SensorDeps, actor: PersonActor, alerts: readonly SensorAlert[]) {
  const { county } = actor;
  const stored = doorSensorRepository(deps.connection);
  const homes = [...new Set(alerts.flatMap(({ household }) => household ?? []))];
  const sensors = alerts.flatMap(({ detail }) => detail.sensor ?? []);
  const [doorCodes, doors] = await Promise.all([deps.doorCodes(county, homes), stored.doors(county, sensors)]);
  const silent = new Map<string, number>();
  for (const { _id, area, variant } of alerts) {
    if (variant === 'SILENCE') silent.set(_id, await stored.countSilent(county, area, _id));
  }
  const now = deps.now();
  return ({ _id, household, detail }: SensorAlert): AlertSeen => {
    const door = detail.sensor === undefined ? undefined : doors.get(detail.sensor);
    return {
      ...{ actor, now, areaName: deps.areaName },
      doorCode: household === undefined ? undefined : doorCodes.get(household),
      isOpen: door && door === 'OPEN',
      silent: silent.get(_id),
    };
  };
}

/** @returns undefined when it is out of this person's sight */
async function view(deps: SensorDeps, actor: PersonActor, record: SensorAlert) {
  if (!maySeeAlert(record, actor, deps.now())) return undefined;
  const seenOf = await around(deps, actor, [record]);
  return alertView(seenOf(record), await deps.cipherOf(actor.county), record);
}

/** @throws Problem not-found */
async function get(deps: SensorDeps, actor: PersonActor, id: string) {
  const record = await sensorAlertRepository(deps.connection).byId(actor.county, id);
  const found = record ? await view(deps, actor, record) : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

/** Open alerts of somebody's areas, and those for many sensors that reach into them; the oldest first. */
async function list(deps: SensorDeps, actor: PersonActor, query: PageQuery) {
  const now = deps.now();
  const stored = sensorAlertRepository(deps.connection);
  const [own, groups] = await Promise.all([
    stored.openIn(actor.county, dutyAreas(actor, now)),
    stored.openGroups(actor.county),
  ]);
  const wide = groups.filter((one) => !own.some(({ _id }) => _id === one._id) && maySeeAlert(one, actor, now));
  const { rows, ...more } = pageOfRows([...own, ...wide], ({ createdAt, _id }) => [createdAt.getTime(), _id], query);
  const seenOf = await around(deps, actor, rows);
  return { items: rows.map((record) => alertRow(seenOf(record), record)), ...more };
}

/** Endpoints of alerts: reading, and one for every action a person may take. */
export function sensorAlertRoutes(deps: SensorDeps): Route[] {
  return [
    mount(queries.listSensorAlerts, ({ actor, query }) => list(deps, actor, query)),
    mount(queries.getSensorAlert, ({ actor, params }) => get(deps, actor, params.id)),
    ...actionRoutes(sensorAlertActions, sensorAlerts(deps), (actor, record) => view(deps, actor, record)),
  ];
}
