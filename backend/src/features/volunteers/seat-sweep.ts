import { deliveryLifecycle } from '@grid-relief/shared-types/lifecycles/delivery.lifecycle';
import { runLifecycle } from '@grid-relief/shared-types/lifecycles/run.lifecycle';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { sweepSeats } from '../../reservations';
import type { Task } from '../../tasks';

/** Every state in which somebody holds a task; the kinds share no name with another meaning. */
const heldStates: readonly string[] = [...new Set<string>([...deliveryLifecycle.held, ...runLifecycle.held])];

/**
 * Frees places of volunteers that a crash left behind: old enough, and their task is not held under their operation.
 * @returns how many places were freed
 */
export function sweepVolunteerSeats(connection: Connection, now: Date): Promise<number> {
  const tasks = recordsIn<Task>(connection.collection('tasks'));
  return sweepSeats(
    connection.collection('volunteers'),
    async ({ task, opId }) => {
      const held = { _id: task, 'assignment.claimOp': opId, state: { $in: [...heldStates] } };
      return (await tasks.findOne(held, { projection: { _id: 1 } })) !== null;
    },
    now,
  );
}
