import type { Connection } from 'mongoose';
import { recordsIn } from '../../../lifecycle';
import { type EntryHandlers, stillMeans } from '../../../outbox';
import type { Task } from '../../../tasks';

/**
 * Delivers what is due in all tasks, as the relay would, until nothing of a known kind is left. Entries of other kinds
 * stay where they are, for the test to look at. For tests.
 */
export async function deliverBatchOnce(connection: Connection, handlers: EntryHandlers, now: Date): Promise<void> {
  const tasks = recordsIn<Task>(connection.collection('tasks'));
  const signal = new AbortController().signal;
  for (let delivered = 1; delivered > 0; ) {
    delivered = 0;
    for (const { _id } of await tasks.find({ 'relay.due': { $exists: true } }, { projection: { _id: 1 } }).toArray()) {
      const document = await tasks.findOne({ _id });
      for (const entry of document?.outbox ?? []) {
        const handler = handlers[entry.kind];
        if (!document || !handler || entry.due > now) continue;
        if (document.kind !== 'RUN') continue;
        if (stillMeans(entry, document)) await handler.deliver(entry, document, { now, collection: 'tasks', signal });
        await tasks.updateOne({ _id }, { $pull: { outbox: { id: entry.id } } });
        delivered++;
      }
    }
  }
}
