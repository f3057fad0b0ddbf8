import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import type { Task } from '../../tasks';
import type { Seat, VolunteerRecord } from './volunteer.model';

/** Longer than any write may take with all its repeats (handbook 4). Minutes. */
const untouchedMinutes = 1;

/** Every state in which somebody holds a task; the kinds share no name with another meaning. */
const heldStates: ReadonlySet<string> = new Set([...deliveryLifecycle.held, ...runLifecycle.held]);

/**
 * Frees places that a crash left behind: old enough, and their task is not held under their operation. Never resets a
 * count; what it pulls it names (handbook 4).
 * @returns how many places were freed
 */
export async function sweepSeats(connection: Connection, now: Date): Promise<number> {
  const people = recordsIn<VolunteerRecord>(connection.collection('volunteers'));
  const before = addMinutes(now, -untouchedMinutes);
  const withOld = people.find({ 'seats.at': { $lt: before } }, { projection: { seats: 1, county: 1 } });
  let freed = 0;
  for await (const { _id, county, seats } of withOld) {
    const old = seats.filter(({ at }) => at < before);
    for (const { task, opId } of await leftOver(connection, county, old)) {
      const { modifiedCount } = await people.updateOne({ _id, county }, { $pull: { seats: { task, opId } } });
      freed += modifiedCount;
    }
  }
  return freed;
}

async function leftOver(connection: Connection, county: string, seats: readonly Seat[]): Promise<Seat[]> {
  const ids = seats.map(({ task }) => task);
  const tasks = await recordsIn<Task>(connection.collection('tasks'))
    .find({ _id: { $in: ids }, county }, { projection: { state: 1, 'assignment.claimOp': 1 } })
    .toArray();
  const heldBy = new Map(tasks.map((task) => [task._id, heldStates.has(task.state) ? task.assignment.claimOp : '']));
  return seats.filter(({ task, opId }) => heldBy.get(task) !== opId);
}
