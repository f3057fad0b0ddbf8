import { openStates } from '@grid-relief/shared-types/lifecycles/lifecycle';
import {
  doorSensorActions,
  doorSensorQueries as queries,
} from '@grid-relief/shared-types/sensors/door-sensor.contract';
import { actionRoutes } from '../../../acting';
import { mount, type Route } from '../../../http/mount';
import { type PageQuery, pageOfRows } from '../../../http/page-of-rows';
import { Problem } from '../../../http/problem';
import { areasOf, householdsOf, type PersonActor } from '../../../lifecycle';
import type { SensorDeps } from '../sensor.deps';
import { announce, askToOpen, windowsToSee } from '../windows/door-windows';
import { machine } from './door-sensor';
import { listRoles, maySeeSensor } from './door-sensor.policy';
import { sensorView } from './door-sensor.presenter';
import { doorSensorRepository, type ListedSensor } from './door-sensor.repository';
import { doorSensors } from './door-sensors';
import { addSensor, giveKey } from './stock';

/** Views of many at the cost of one look for their doors. */
async function views(deps: SensorDeps, actor: PersonActor, records: readonly ListedSensor[]) {
  const homes = [...new Set(records.flatMap(({ household }) => household ?? []))];
  const doorCodes = await deps.doorCodes(actor.county, homes);
  const seen = { actor, now: deps.now(), areaName: deps.areaName, doorCodes };
  return records.map((record) => sensorView(seen, record));
}

/** @returns undefined when it is out of this person's sight */
async function view(deps: SensorDeps, actor: PersonActor, record: ListedSensor) {
  const [one] = maySeeSensor(record, actor, deps.now()) ? await views(deps, actor, [record]) : [];
  return one;
}

/** @throws Problem not-found */
async function get(deps: SensorDeps, actor: PersonActor, id: string) {
  const record = await doorSensorRepository(deps.connection).byId(actor.county, id);
  const found = record ? await view(deps, actor, record) : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

/** In this order there is something to do about them; those in stock come last. */
const urgency = [
  'OFFLINE',
  'INSTALLED',
  'BOUND',
  'TEST_FAILED',
  'REMOVED',
  'DISINFECTED',
  'LOST',
  'ONLINE',
  'IN_STOCK',
];

async function list(deps: SensorDeps, actor: PersonActor, query: PageQuery) {
  const now = deps.now();
  const areas = [...new Set(listRoles.flatMap((role) => areasOf(actor, role, now)))];
  const all = await doorSensorRepository(deps.connection).in(actor.county, areas, openStates(machine));
  const placeOf = ({ _id, state, detail }: ListedSensor) =>
    [detail.removalAskedAt && state !== 'REMOVED' ? -1 : urgency.indexOf(state), _id] as const;
  const { rows, ...more } = pageOfRows(all, placeOf, query);
  return { items: await views(deps, actor, rows), ...more };
}

const atDoor: readonly string[] = ['INSTALLED', 'BOUND', 'ONLINE', 'OFFLINE'];

async function mine(deps: SensorDeps, actor: PersonActor) {
  const { county } = actor;
  const homes = householdsOf(actor);
  if (homes.length === 0) return { sensors: [], windows: [] };
  const hung = await doorSensorRepository(deps.connection).ofHouseholds(county, homes);
  const sensors = hung.filter(({ state }) => atDoor.includes(state));
  const places = new Map(sensors.map(({ household = '', area }) => [household, area]));
  const windows = await Promise.all(
    [...places].map(([household, area]) => windowsToSee(deps, county, { household, area })),
  );
  return { sensors: await views(deps, actor, sensors), windows: windows.flat() };
}

/** Endpoints of sensors and of announced openings: reading, and one for every action a person may take. */
export function doorSensorRoutes(deps: SensorDeps): Route[] {
  return [
    mount(queries.listDoorSensors, ({ actor, query }) => list(deps, actor, query)),
    mount(queries.myDoor, ({ actor }) => mine(deps, actor)),
    mount(queries.getDoorSensor, ({ actor, params }) => get(deps, actor, params.id)),
    mount(queries.addDoorSensor, async ({ actor, body }) => {
      const [one] = await views(deps, actor, [await addSensor(deps, actor, body)]);
      if (!one) throw new Error('one record has one view');
      return one;
    }),
    mount(queries.giveSensorKey, async ({ actor, params, body }) => {
      const { key, recordedAt } = await giveKey(deps, actor, params.id, body);
      return { key, recordedAt };
    }),
    mount(queries.askToOpenDoor, ({ actor, body }) => askToOpen(deps, actor, body)),
    mount(queries.announceDoorWindow, ({ actor, body }) => announce(deps, actor, body)),
    ...actionRoutes(doorSensorActions, doorSensors(deps), (actor, record) => view(deps, actor, record)),
  ];
}
