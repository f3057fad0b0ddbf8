import type { Connection } from 'mongoose';
import { Problem } from '../../http/problem';
import type { PersonActor } from '../../lifecycle';
import { derivedId } from '../../platform/ids';
import { type Task, taskModel } from '../../tasks';
import type { LeaveHeldWork } from './volunteer-deps';

/** What the holder does to one task on leaving: paid goods are handed over, everything else goes back. */
export type LeavingStep = (
  task: Pick<Task, '_id' | 'county' | 'kind' | 'state'>,
  actor: PersonActor,
  opId: string,
  now: Date,
) => Promise<unknown>;

/** How a holder leaves a task: which states are given back, which are handed over, and by which acts. */
export interface LeavingRule {
  readonly giveBackFrom: readonly string[];
  readonly giveBack: LeavingStep;
  readonly handOverFrom: readonly string[];
  readonly askHandover: LeavingStep;
}

/**
 * Gives back, or prepares for handover, all that a person holds (handbook 2.1: holder sick). Members of a run are left
 * to their run. A task that moved meanwhile is no obstacle to the others.
 */
export function leaveHeldWork(
  connection: Connection,
  rules: Readonly<Partial<Record<Task['kind'], LeavingRule>>>,
): LeaveHeldWork {
  return async (actor, opId, now) => {
    const held = await taskModel(connection)
      .find({ county: actor.county, 'assignment.assignee': actor.personId })
      .select('county kind state run')
      .lean<Task[]>()
      .exec();
    for (const task of held) {
      const rule = rules[task.kind];
      if (!rule || task.run !== undefined) continue;
      const own = derivedId(actor.county, opId, task._id);
      const step = rule.giveBackFrom.includes(task.state)
        ? rule.giveBack
        : rule.handOverFrom.includes(task.state)
          ? rule.askHandover
          : undefined;
      await step?.(task, actor, own, now).catch(ignoreMoved);
    }
  };
}

function ignoreMoved(error: unknown): void {
  if (error instanceof Problem && ['transition-not-allowed', 'changed-meanwhile'].includes(error.type)) return;
  throw error;
}
