import {
  addDoorSensor,
  announceDoorWindow,
  askToOpenDoor,
  giveSensorKey,
} from '@grid-relief/shared-types/sensors/door-sensor.contract';
import { aPerson, testGrid } from '../../src/testing/builders';
import { type TestApp, testCounty } from '../../src/testing/test-app';
import { aRecord, type Player } from '../role-matrix/cast';
import type { Keyed } from './opening-operations';
import type { Plan } from './operations';

/** A sensor in stock, an opening that its people announce, and a round of the grid: each by its own id. */
export async function doorPlans(
  app: TestApp,
  household: string,
  token: string,
  others: readonly string[],
): Promise<Plan[]> {
  const worker = await app.signIn(await aPerson(app).withRole('GRID_WORKER', testGrid).saved());
  const stored = (collection: string, id: string) => () =>
    app.connection.collection<Keyed>(collection).countDocuments({ _id: id });
  const sensor = { id: app.anId(), label: 'DS-1234', area: testGrid };
  const own = { id: app.anId(), household, why: 'WASTE' };
  const from = app.clock.now();
  const to = new Date(from.getTime() + 60 * 60_000);
  const times = { from: from.toISOString(), to: to.toISOString() };
  const round = { id: app.anId(), area: testGrid, why: 'WASTE', ...times };
  return [
    {
      ...{ endpoint: addDoorSensor, token: worker, others, body: sensor, other: { ...sensor, label: 'DS-5678' } },
      effects: stored('doorSensors', sensor.id),
    },
    {
      ...{ endpoint: askToOpenDoor, token, others, body: own, other: { ...own, why: 'OWN' } },
      effects: stored('doorWindows', own.id),
    },
    {
      ...{ endpoint: announceDoorWindow, token: worker, others, body: round, other: { ...round, why: 'SAMPLING' } },
      effects: stored('doorWindows', round.id),
    },
  ];
}

/** The key of a sensor: for one operation it is one key. */
export async function keyPlan(app: TestApp, others: readonly string[]): Promise<Plan> {
  const worker = await app.signIn(await aPerson(app).withRole('GRID_WORKER', testGrid).saved());
  const nobody: Player = { name: 'nobody', id: app.anId(), token: '', stands: [], stranger: false };
  const cipher = await app.deps.vault.of(testCounty, 'epidemic');
  const cast = { home: app.anId(), players: [], by: () => nobody, cipher };
  const sensors = app.connection.collection<Keyed>('doorSensors');
  const one = aRecord(app, cast, 'DOOR_SENSOR', 'IN_STOCK');
  await sensors.insertOne(one);
  const body = { opId: app.anId(), why: 'RENEW' };
  return {
    ...{ endpoint: giveSensorKey, token: worker, others, params: { id: one._id }, body },
    other: { ...body, why: 'FIRST' },
    effects: () => sensors.countDocuments({ _id: one._id, 'detail.key.opId': body.opId } as object),
  };
}
