import type { Worker } from '../../../feature';
import type { SensorDeps } from '../sensor.deps';
import { sweepSilence } from './sweep-silence';

const everyMs = 10_000;

/** Looks for sensors that fell silent; each process does, and none needs another. */
export function silenceWorker(deps: SensorDeps, county: string, onError: (error: unknown) => void): Worker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  const look = () => {
    // a storm takes longer than a turn: the next one waits for it
    running ??= sweepSilence(deps, county)
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  };
  return {
    name: 'silent-sensors',
    start() {
      timer = setInterval(look, everyMs);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
