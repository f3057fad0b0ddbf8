import type { Deps, Worker } from '../feature';
import { type EntryHandlers, type Relay, startRelay } from '../outbox';

/** The relay as a worker of the server: delivers what the handlers know, of every collection with an outbox. */
export function relayWorker({ connection, now, log }: Deps, handlers: EntryHandlers): Worker {
  let relay: Relay | undefined;
  return {
    name: 'relay',
    start() {
      relay = startRelay({ connection, now, handlers, onError: (error) => log.warn({ err: error }, 'relay') });
    },
    stop: () => relay?.stop(),
  };
}
