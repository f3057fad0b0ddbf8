import type { OpenPoint } from '@grid-relief/shared-types/household-events/household-event.schema';
import type { HouseholdEvent } from './household-event';
import type { HouseholdEventDeps } from './household-event.deps';
import { inTheWay } from './in-the-way.rules';
import type { WelfareTask } from './welfare/welfare-task';
import { welfareTaskRepository } from './welfare/welfare-task.repository';

/** What stands in the way of reconciling at this moment. */
export async function openPoints(
  deps: HouseholdEventDeps,
  event: HouseholdEvent,
  tasks?: readonly WelfareTask[],
): Promise<OpenPoint[]> {
  const [facts, there] = await Promise.all([
    deps.homeFacts(event),
    tasks ?? welfareTaskRepository(deps.connection).ofEvents(event.county, [event._id]),
  ]);
  return inTheWay(event, { ...facts, welfare: welfareOf(event, there) });
}

/** Of those for whom a task is still on its way, nobody looks after them yet. */
function welfareOf({ detail }: HouseholdEvent, tasks: readonly WelfareTask[]) {
  return detail.behind.map(({ task: id }) => {
    const found = tasks.find(({ _id }) => _id === id);
    return { id, ...(found ? { code: found.detail.code, state: found.state } : {}) };
  });
}
