import { findHouseholds } from '@grid-relief/shared-types/households/household.contract';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { HouseholdId, RecordId } from '@grid-relief/shared-types/primitives/ids';
import {
  addDoorSensor,
  doorSensorActions,
  giveSensorKey,
} from '@grid-relief/shared-types/sensors/door-sensor.contract';
import type { SimulatedPerson } from '../simulate/client';
import { push, type SimulatedDevice } from './device';

/** @throws when the server says no: without sensors there is nothing to simulate */
function must<T>(
  what: string,
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string },
): T {
  if (!outcome.ok) throw new Error(`${what}: ${outcome.problem}`);
  return outcome.value;
}

/** Doors behind which somebody is in quarantine, in the grid of this worker. */
async function doorsOf(worker: SimulatedPerson): Promise<HouseholdId[]> {
  const doors: HouseholdId[] = [];
  let after: string | undefined;
  do {
    const page = must(
      'doors',
      await worker.call(findHouseholds, { body: { limit: 100, ...(after ? { after } : {}) } }),
    );
    doors.push(...page.items.flatMap(({ id, inQuarantine }) => (inQuarantine ? [id] : [])));
    after = page.next;
  } while (after);
  if (doors.length === 0) throw new Error('nobody is in quarantine in this grid: nothing can be hung at a door');
  return doors;
}

/** Takes a sensor out of a box, hangs it at a door of the grid, tests it and binds it; as people do, by the same endpoints. */
async function hang(
  address: string,
  worker: SimulatedPerson,
  household: HouseholdId,
  label: string,
): Promise<SimulatedDevice> {
  const id = worker.newId() as RecordId; // made by the product's own maker of ids
  const area = areaId(worker.me.grants.find(({ role }) => role === 'GRID_WORKER')?.area ?? '');
  must('add', await worker.call(addDoorSensor, { body: { id, label, area } }));
  const params = { id };
  const { key } = must(
    'key',
    await worker.call(giveSensorKey, { params, body: { opId: worker.newOpId(), why: 'FIRST' } }),
  );
  const said = { household, place: 'FRONT', consent: 'SIGNED', told: true } as const;
  must('install', await worker.call(doorSensorActions.install, { params, body: { opId: worker.newOpId(), ...said } }));
  const device = { id, key, label, seq: 0 };
  for (const kind of ['OPENED', 'CLOSED'] as const) await push(address, device, kind);
  must('bind', await worker.call(doorSensorActions.bind, { params, body: { opId: worker.newOpId() } }));
  return device;
}

/** So many are hung beside one another. */
const width = 8;

/** Hangs so many sensors at the doors of a grid, several at one where there are fewer doors. */
export async function hangAll(address: string, worker: SimulatedPerson, count: number): Promise<SimulatedDevice[]> {
  const doors = await doorsOf(worker);
  const run = Date.now().toString(36).toUpperCase().slice(-5);
  const places = Array.from({ length: count }, (_, nth) => nth);
  const devices: SimulatedDevice[] = [];
  const lane = async () => {
    for (let nth = places.shift(); nth !== undefined; nth = places.shift()) {
      const door = doors[nth % doors.length];
      // the last four characters are what an alert is called by
      if (door) devices.push(await hang(address, worker, door, `SIM-${run}-${String(nth).padStart(4, '0')}`));
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return devices;
}
