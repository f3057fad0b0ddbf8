import { countyOf, idPattern } from '@grid-relief/shared-types/primitives/ids';
import { SensorMessage, type SensorOutcome } from '@grid-relief/shared-types/sensors/sensor-event.contract';
import { Problem } from '../../../http/problem';
import { doorSensorRepository, type HeardSensor } from '../devices/door-sensor.repository';
import { openKey } from '../devices/sealed-key';
import type { Counted, SensorDeps } from '../sensor.deps';
import { isInTime, isSignedBy, type SignedMessage } from './signature.rules';
import { takeEvents } from './take-events';

/** What became of each event of a message. */
export interface Taken {
  readonly events: { readonly seq: number; readonly outcome: SensorOutcome }[];
}

/**
 * Takes a message of a sensor, however it came. Safe to send again: what was taken is not taken twice. Forged, late and
 * unknown ones get the same answer, so that nobody learns which sensors there are; the figures tell them apart.
 * @throws Problem not-signed-in (forged, too late, or from nobody we know), malformed-body, invalid-input
 */
export async function takeMessage(deps: SensorDeps, message: SignedMessage): Promise<Taken> {
  const sensor = await believed(deps, message);
  const { events } = parsed(message.body);
  const outcomes = await takeEvents(deps, sensor, events);
  for (const { outcome } of outcomes) deps.count(outcome);
  return { events: outcomes };
}

/** The sensor that has really signed this, just now. */
async function believed(deps: SensorDeps, message: SignedMessage): Promise<HeardSensor> {
  const refuse = (why: Counted) => {
    deps.count(why);
    return new Problem('not-signed-in');
  };
  if (!idPattern.test(message.id)) throw refuse('UNKNOWN');
  const county = countyOf(message.id);
  const sensor = await doorSensorRepository(deps.connection).hear(county, message.id);
  const key = sensor?.detail.key && openKey(await deps.cipherOf(county), sensor._id, sensor.detail.key);
  if (!sensor || key === undefined) throw refuse('UNKNOWN');
  if (!isSignedBy(key, message)) throw refuse('FORGED');
  // only now: what somebody without the key says about the time means nothing
  if (!isInTime(message.time, deps.now())) throw refuse('LATE');
  return sensor;
}

function parsed(body: Buffer): SensorMessage {
  let read: unknown;
  try {
    read = JSON.parse(body.toString());
  } catch {
    throw new Problem('malformed-body');
  }
  const result = SensorMessage.safeParse(read);
  if (result.success) return result.data;
  const errors = result.error.issues.map(({ path, code }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    detail: code,
  }));
  throw new Problem('invalid-input', undefined, { errors });
}
