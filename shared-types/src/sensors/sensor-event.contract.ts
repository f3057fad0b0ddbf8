import { endpoint } from '../contract';
import { Instant } from '../primitives/instants';
import * as z from '../zod';

/** What a sensor says. */
export const SensorEvent = z.strictObject({
  /** Counts up by itself; what was counted before is never taken again. */
  seq: z.int().check(z.gte(1), z.lte(2 ** 40)),
  kind: z.enum(['HEARTBEAT', 'OPENED', 'CLOSED', 'LOW_BATTERY', 'TAMPER']),
  /** By the clock of the sensor; one that had no network says later what happened. */
  at: Instant,
});
export type SensorEvent = z.infer<typeof SensorEvent>;

/** The signed text of a message: a sensor sends what it has kept, in small batches. */
export const SensorMessage = z.strictObject({ events: z.array(SensorEvent).check(z.minLength(1), z.maxLength(50)) });
export type SensorMessage = z.infer<typeof SensorMessage>;

/** What became of an event; repeated: it was taken before, and is not to be sent again. */
export const SensorOutcome = z.enum(['TAKEN', 'REPEATED', 'LATE']);
export type SensorOutcome = z.infer<typeof SensorOutcome>;

/** Names of the headers of a signed message. */
export const sensorHeaders = { id: 'x-sensor-id', time: 'x-sensor-time', signature: 'x-sensor-signature' } as const;

/** How far the time of a signature may be from ours, either way, in minutes. */
export const signatureMinutes = 5;

export const takeSensorEvents = endpoint({
  name: 'takeSensorEvents',
  method: 'POST',
  path: '/sensor-events',
  access: 'public',
  accepts: ['application/json'],
  headers: Object.values(sensorHeaders),
  response: z.object({ events: z.array(z.object({ seq: z.int(), outcome: SensorOutcome })) }),
  problems: ['not-signed-in'],
  summary:
    'What a sensor has heard. Signed: HMAC-SHA256 in hexadecimal, by the key of the sensor, over id, line feed, time, line feed, body; repeatable.',
});
