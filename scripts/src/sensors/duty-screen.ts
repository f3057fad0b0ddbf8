import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordId } from '@grid-relief/shared-types/primitives/ids';
import { getSensorAlert, sensorAlertActions } from '@grid-relief/shared-types/sensors/sensor-alert.contract';
import { WebSocket } from 'ws';
import type { SimulatedPerson } from '../simulate/client';

/** A read that was turned away is tried again after this, so often. Milliseconds. */
const againMs = 250;
const mostTries = 40;

/** Somebody at the duty screen: hears of an alert by the live line, reads it, and closes it. */
export interface DutyScreen {
  /** How long after its opening each alert could be read there, in milliseconds; sensors and screen have one clock here. */
  readonly waits: readonly number[];
  /** How long after its opening the live line told of each. */
  readonly told: readonly number[];
  close(): void;
}

/** Opens the live line and waits until it stands. */
export async function openDutyScreen(address: string, worker: SimulatedPerson, token: string): Promise<DutyScreen> {
  const began = Date.now();
  const waits: number[] = [];
  const told: number[] = [];
  const known = new Set<string>();
  const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/api/v1/live`);
  const ready = new Promise<void>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('the live line did not open')));
    socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'hello', token })));
    socket.addEventListener('message', ({ data }) => {
      const message: unknown = JSON.parse(String(data));
      if (typeof message !== 'object' || message === null || !('type' in message)) return;
      if (message.type === 'ready') resolve();
      if (message.type !== 'changed' || !('kind' in message) || !('record' in message)) return;
      if (message.kind !== 'SENSOR_ALERT' || known.has(String(message.record))) return;
      known.add(String(message.record));
      void look(String(message.record) as RecordId); // the server sends ids of records
    });
  });

  async function look(id: RecordId): Promise<void> {
    const toldAt = Date.now();
    const params = { id };
    let read = await worker.call(getSensorAlert, { params });
    // a busy server turns reading away first: the screen asks again, and the time runs on
    for (let tries = 0; !read.ok && tries < mostTries; tries++) {
      await sleep(againMs);
      read = await worker.call(getSensorAlert, { params });
    }
    if (!read.ok || read.value.variant !== 'DOOR') return;
    const since = Date.parse(read.value.since);
    // one of an earlier run is told of again by its ladder
    if (since >= began) {
      told.push(toldAt - since);
      waits.push(Date.now() - since);
    }
    // so that the next opening of this door is an alert again
    const reason = { code: 'FALSE' };
    await worker.call(sensorAlertActions.close, { params, body: { opId: worker.newOpId(), reason } });
  }

  await ready;
  return { waits, told, close: () => socket.close() };
}
