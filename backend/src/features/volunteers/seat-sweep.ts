import { lifecycles } from '@grid-relief/shared-types/lifecycles/all';
import type { Connection } from 'mongoose';
import { recordsIn } from '../../lifecycle';
import { sweepSeats } from '../../reservations';
import type { Task } from '../../tasks';

/** Every state in which somebody holds work, of whatever kind; nothing that is not held carries a claim. */
const heldStates: readonly string[] = [...new Set(lifecycles.flatMap(({ held }) => held))];

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
