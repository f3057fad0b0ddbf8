import type { Deps, Worker } from '../feature';
import { type Relay, type EntryHandler as RelayHandler, startRelay } from '../outbox';
import type { EntryHandler } from '../tasks';

/** The relay as a worker of the server: delivers what the listed handlers know, of every collection with an outbox. */
export function relayWorker({ connection, now, log }: Deps, handlers: Readonly<Record<string, EntryHandler>>): Worker {
  let relay: Relay | undefined;
  const byKind: Record<string, RelayHandler> = {};
  for (const [kind, handle] of Object.entries(handlers))
    byKind[kind] = { deliver: (entry, document) => handle(document, entry) };
  return {
    name: 'relay',
    start() {
      relay = startRelay({ connection, now, handlers: byKind, onError: (error) => log.warn({ err: error }, 'relay') });
    },
    stop: () => relay?.stop(),
  };
}
