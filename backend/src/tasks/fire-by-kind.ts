import type { OutboxEntry, WithOutbox } from '../outbox';

/** Delivers one due entry of a document. */
export type EntryHandler = (document: WithOutbox, entry: OutboxEntry) => Promise<void>;

/**
 * One handler for entries that every kind of work has (timers), made of one handler per kind.
 * @throws for a kind nobody handles: the entry is then parked, where it is seen
 */
export function handleByKind(handlers: Readonly<Partial<Record<string, EntryHandler>>>): EntryHandler {
  return async (document, entry) => {
    const handler = handlers[document.kind];
    if (!handler) throw new Error(`nobody handles ${entry.kind} of ${document.kind}`);
    await handler(document, entry);
  };
}
