import type { Deps, Worker } from '../feature';
import { type EntryHandlers, measureLag, type Relay, startRelay } from '../outbox';

/**
 * The relay as a worker of the server: delivers what the handlers know, of every collection with an outbox. What is
 * late shows in the figures; an entry that failed for good raises an alarm, because only a person can help it.
 */
export function relayWorker({ connection, now, log, metrics }: Deps, handlers: EntryHandlers): Worker {
  let relay: Relay | undefined;
  metrics.measureWhenRead(() =>
    measureLag(connection, now()).then(
      (lagMs) => metrics.setGauge('outbox_lag_seconds', lagMs / 1000),
      (error: unknown) => log.warn({ err: error }, 'the outbox could not be measured'),
    ),
  );
  return {
    name: 'relay',
    start() {
      const onError = (error: unknown) => log.warn({ err: error }, 'relay');
      const onParked = (record: string, { id, kind }: { id: string; kind: string }) => {
        metrics.countAlarm('outbox-parked');
        log.error({ alarm: 'outbox-parked', record, entry: id, kind }, 'a follow-up failed for good');
      };
      relay = startRelay({ connection, now, handlers, onError, onParked });
    },
    wake: () => relay?.wake(),
    async stop() {
      await relay?.stop();
    },
  };
}
