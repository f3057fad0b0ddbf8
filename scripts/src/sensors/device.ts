import { createHmac } from 'node:crypto';
import { type SensorEvent, sensorHeaders } from '@grid-relief/shared-types/sensors/sensor-event.contract';

/** A sensor as the product sees it: an id, a key, and numbers that only go up. */
export interface SimulatedDevice {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  seq: number;
}

type Kind = SensorEvent['kind'];

/** What of a message is not as it should be. */
export type Twist = 'FORGED' | 'LATE' | 'SAME_NUMBER';

const lateMs = 10 * 60_000;

/**
 * Signs an event and pushes it, as a sensor does.
 * @param now by the clock of the product, which the end-to-end run moves
 * @returns the status, and what became of the event
 */
export async function push(
  address: string,
  device: SimulatedDevice,
  kind: Kind,
  twist?: Twist,
  now = new Date(),
): Promise<{ readonly status: number; readonly outcome?: string }> {
  const seq = twist === 'SAME_NUMBER' ? device.seq : device.seq + 1;
  // the number of what is refused is free
  if (!twist) device.seq = seq;
  const body = JSON.stringify({ events: [{ seq, kind, at: now.toISOString() }] });
  const time = (twist === 'LATE' ? new Date(now.getTime() - lateMs) : now).toISOString();
  const key = twist === 'FORGED' ? '00'.repeat(32) : device.key;
  const mac = createHmac('sha256', Buffer.from(key, 'hex')).update(`${device.id}\n${time}\n`).update(body);
  const response = await fetch(`${address}/api/v1/sensor-events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...{ [sensorHeaders.id]: device.id, [sensorHeaders.time]: time, [sensorHeaders.signature]: mac.digest('hex') },
    },
    body,
  });
  const answer: unknown = await response.json().catch(() => ({}));
  const events = typeof answer === 'object' && answer && 'events' in answer ? answer.events : undefined;
  const [first]: unknown[] = Array.isArray(events) ? events : [];
  const outcome = typeof first === 'object' && first && 'outcome' in first ? String(first.outcome) : undefined;
  return { status: response.status, ...(outcome ? { outcome } : {}) };
}
