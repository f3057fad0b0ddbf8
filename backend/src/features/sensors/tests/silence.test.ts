import { scopeOf } from '@grid-relief/shared-types/primitives/areas';
import { beginRecord } from '../../../lifecycle';
import { sensorDeps } from '../../../wiring/quarantine-sensors';
import { anId, app, collection, get, now, pass, post, settle, somebody, told } from '../../returnees/testing/scene';
import { sweepSilence } from '..';
import { atDoor, push } from '../testing/device';
import { setTheStage } from '../testing/stage';

setTheStage();

const county = '141122';
const book = { areaName: String };
const deps = () => sensorDeps(app().deps, book, async () => undefined);
const sweep = () => sweepSilence(deps(), county);
const alerts = () =>
  collection('tasks')
    .find({ kind: 'SENSOR_ALERT' } as object)
    .toArray();
const states = async () => {
  const found = await collection('doorSensors').find({}).toArray();
  return found.map((one) => Object(one).state as string);
};

/** Sensors that were heard now, at doors of so many grids. */
async function hung(count: number, grids: readonly string[]): Promise<void> {
  const dueAt = new Date(now().getTime() + 30 * 60_000);
  const many = Array.from({ length: count }, (_, nth) => {
    const area = grids[nth % grids.length] ?? county;
    const own = { _id: anId(), county, kind: 'DOOR_SENSOR', state: 'ONLINE', area, household: anId() };
    const begun = beginRecord({ ...own, scope: scopeOf(area as never) }, [], now());
    return {
      ...begun,
      createdAt: now(),
      dueAt,
      detail: { label: `DS-${nth}`, home: area, signs: { seq: 1, at: now() } },
    };
  });
  await collection('doorSensors').insertMany(many);
}

const known = new Map<string, number>();
/** What was told since it was asked last: the first alert of each story has the same id. */
function toldAnew(id: string): string[] {
  const lines = told(id);
  const before = known.get(id) ?? 0;
  known.set(id, lines.length);
  return lines.slice(before);
}

const street = ['141122100201-g01'];
const wholeCounty = Array.from({ length: 30 }, (_, nth) => `141122${100 + (nth % 10)}201-g0${1 + (nth % 3)}`);

test('half an hour without a sign of life: silent, told once to the grid; and back with the next one', async () => {
  const { device } = await atDoor(await somebody('GRID_WORKER'));
  pass(29);
  await push(device, { events: [{ seq: 3, kind: 'HEARTBEAT' }] });
  pass(29);
  expect(await sweep()).toBe(0);
  pass(1);
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  await settle();
  expect([await states(), told(device.id).at(-1), await alerts()]).toEqual([['OFFLINE'], 'GRID:SENSOR_SILENT', []]);
  await push(device, { events: [{ seq: 4, kind: 'HEARTBEAT' }] });
  expect(await states()).toEqual(['ONLINE']);
});

test.each([
  [1_500, 1],
  [60, 3],
])('the power of the county fails: %i sensors are one alert, told once, by %i processes', async (many, processes) => {
  await hung(many, wholeCounty);
  pass(30);
  await Promise.all(Array.from({ length: processes }, sweep));
  await settle();
  const found = await alerts();
  expect(found).toMatchObject([{ variant: 'SILENCE', state: 'GROUPED', area: county }]);
  expect(new Set(await states())).toEqual(new Set(['OFFLINE']));
  const [{ _id: id } = { _id: '' }] = found;
  expect(toldAnew(id)).toEqual(['COUNTY_DISPATCHER:SENSORS_SILENT']);
  const singly = (await collection('doorSensors').find({}).toArray()).flatMap(({ _id }) => told(_id));
  expect(singly).toEqual([]);
  // the grid sees that its doors are among them, and leaves the alert to whoever has the whole
  const worker = await somebody('GRID_WORKER');
  const [row] = (await get(worker, '/sensor-alerts')).body.items;
  expect(row).toMatchObject({ id, silent: many, actions: [] });
  const dispatcher = await somebody('COUNTY_DISPATCHER', county);
  const closed = await post(dispatcher, `/sensor-alerts/${id}/close`, { opId: anId(), reason: { code: 'FALSE' } });
  expect(closed.status).toBe(200);
});

test('more of the same cut come later and are the same alert; after half an hour they would be another', async () => {
  await hung(12, street);
  pass(1);
  await hung(40, street);
  pass(29);
  await sweep();
  pass(1);
  await sweep();
  const [first, ...more] = await alerts();
  expect([first, more]).toMatchObject([{ area: street[0] }, []]);
  await hung(12, street);
  pass(31);
  await sweep();
  expect(await alerts()).toHaveLength(2);
});

test('nine in a street are nine sensors, each told by itself', async () => {
  await hung(9, street);
  pass(30);
  await sweep();
  await settle();
  expect(await alerts()).toEqual([]);
  const lines = (await collection('doorSensors').find({}).toArray()).flatMap(({ _id }) => told(_id));
  expect(lines).toEqual(Array.from({ length: 9 }, () => 'GRID:SENSOR_SILENT'));
});
