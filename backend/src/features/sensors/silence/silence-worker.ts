import type { Worker } from '../../../feature';
import { repeatedly } from '../../../platform/repeatedly';
import type { SensorDeps } from '../sensor.deps';
import { sweepSilence } from './sweep-silence';

const everyMs = 10_000;

/** Looks for sensors that fell silent; each process does, and none needs another. */
export function silenceWorker(deps: SensorDeps, county: string, onError: (error: unknown) => void): Worker {
  return { name: 'silent-sensors', ...repeatedly(everyMs, () => sweepSilence(deps, county), { onError }) };
}
