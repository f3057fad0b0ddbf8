import { setTimeout as sleep } from 'node:timers/promises';
import { inLanes } from '@grid-relief/backend/src/platform/in-lanes';
import { findHouseholds } from '@grid-relief/shared-types/households/household.contract';
import { areaId } from '@grid-relief/shared-types/primitives/areas';
import type { HouseholdId, RecordId } from '@grid-relief/shared-types/primitives/ids';
import {
  addDoorSensor,
  doorSensorActions,
  giveSensorKey,
} from '@grid-relief/shared-types/sensors/door-sensor.contract';
import type { Outcome, SimulatedPerson } from '../simulate/client';
import { push, type SimulatedDevice } from './device';

/** A busy server turns people away first: they come again after this, so often. Milliseconds. */
const againMs = 500;
const mostTries = 60;

/** Asks until it is answered. @throws when the server says no: without sensors there is nothing to simulate */
async function must<T>(what: string, ask: () => Promise<Outcome<T>>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const outcome = await ask();
    if (outcome.ok) return outcome.value;
    if (outcome.problem !== 'overloaded' || tries === mostTries) throw new Error(`${what}: ${outcome.problem}`);
    await sleep(againMs);
  }
}

/** Doors behind which somebody is in quarantine, in the grid of this worker. */
async function doorsOf(worker: SimulatedPerson): Promise<HouseholdId[]> {
  const doors: HouseholdId[] = [];
  let after: string | undefined;
  do {
    const body = { limit: 100, ...(after ? { after } : {}) };
    const page = await must('doors', () => worker.call(findHouseholds, { body }));
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
  await must('add', () => worker.call(addDoorSensor, { body: { id, label, area } }));
  const params = { id };
  // the same operation each time: a repeat is answered as the first
  const ops = { key: worker.newOpId(), install: worker.newOpId(), bind: worker.newOpId() };
  const { key } = await must('key', () =>
    worker.call(giveSensorKey, { params, body: { opId: ops.key, why: 'FIRST' } }),
  );
  const said = { household, place: 'FRONT', consent: 'SIGNED', told: true } as const;
  await must('install', () => worker.call(doorSensorActions.install, { params, body: { opId: ops.install, ...said } }));
  const device = { id, key, label, seq: 0 };
  for (const kind of ['OPENED', 'CLOSED'] as const) {
    await must(kind, async () => {
      const { outcome } = await push(address, device, kind);
      return outcome ? { ok: true, value: outcome } : { ok: false, status: 503, problem: 'overloaded' };
    });
  }
  await must('bind', () => worker.call(doorSensorActions.bind, { params, body: { opId: ops.bind } }));
  return device;
}

/** So many are hung beside one another. */
const width = 8;

/** Hangs so many sensors at the doors of a grid, several at one where there are fewer doors. */
export async function hangAll(address: string, worker: SimulatedPerson, count: number): Promise<SimulatedDevice[]> {
  const doors = await doorsOf(worker);
  const run = Date.now().toString(36).toUpperCase().slice(-5);
  const places = Array.from({ length: count }, (_, nth) => [doors[nth % doors.length], nth] as const);
  const devices = await inLanes(places, width, async ([door, nth]) =>
    // the last four characters are what an alert is called by
    door ? [await hang(address, worker, door, `SIM-${run}-${String(nth).padStart(4, '0')}`)] : [],
  );
  return devices.flat();
}
