import type { Connection } from 'mongoose';
import { type Records, recordsIn } from '../../../lifecycle';
import { stillMeans } from '../../../outbox';
import type { EntryHandler, Task } from '../../../tasks';

type Handlers = Readonly<Record<string, EntryHandler>>;

/**
 * Delivers what is due in all runs, as the relay would, until nothing of a known kind is left. Entries of other kinds
 * stay where they are, for the test to look at. For tests.
 */
export async function deliverRunEntries(connection: Connection, handlers: Handlers, now: Date): Promise<void> {
  const tasks = recordsIn<Task>(connection.collection('tasks'));
  for (let delivered = 1; delivered > 0; ) {
    delivered = 0;
    const runs = await tasks.find({ kind: 'RUN', 'outbox.0': { $exists: true } }).toArray();
    for (const run of runs) delivered += await deliverOne(tasks, run, handlers, now);
  }
}

async function deliverOne(tasks: Records<Task>, run: Task, handlers: Handlers, now: Date): Promise<number> {
  const due = run.outbox.filter((entry) => handlers[entry.kind] && entry.due <= now);
  for (const entry of due) {
    if (stillMeans(entry, run)) await handlers[entry.kind]?.(run, entry);
    await tasks.updateOne({ _id: run._id }, { $pull: { outbox: { id: entry.id } } } as object); // a list of another type
  }
  return due.length;
}
