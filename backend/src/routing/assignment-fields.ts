import type { Fields } from '../lifecycle';
import type { NewEntry } from '../outbox';
import type { Task, TaskAssignment } from '../tasks';

/** What an act on an assignable task writes beside its state; every kind of work uses the same parts. */
export interface AssignmentChange {
  readonly set?: Fields;
  readonly unset?: readonly string[];
  readonly push?: Readonly<Record<string, readonly unknown[]>>;
  readonly inc?: Readonly<Record<string, number>>;
  readonly emit?: readonly NewEntry[];
}

const offerFields = ['assignment.offeredTo', 'assignment.expiresAt'] as const;

/** The entry that sets the router to work on a task that waits in one of these states. */
export function routeEntry(waiting: readonly string[], due?: Date): NewEntry {
  return { kind: 'route', while: { states: waiting }, ...(due ? { due } : {}) };
}

/**
 * decline, expire: the person is not asked again for this task, and the router asks the next one (handbook 2.1).
 * @param waiting the state the task goes back to
 */
export function missed(assignment: TaskAssignment, waiting: string): AssignmentChange {
  return {
    unset: [...offerFields, 'assignment.reason'],
    inc: { 'assignment.misses': 1 },
    ...(assignment.offeredTo ? { push: { 'assignment.excluded': [assignment.offeredTo] } } : {}),
    emit: [routeEntry([waiting])],
  };
}

/** accept, claim, assign: one holder, and the operation under which the seat is kept. */
export function taken(person: string, opId: string, reason?: TaskAssignment['reason']): AssignmentChange {
  return {
    set: {
      'assignment.assignee': person,
      'assignment.claimOp': opId,
      ...(reason ? { 'assignment.reason': reason } : {}),
    },
    unset: offerFields,
  };
}

/** giveBack: the seat is freed, the person is not asked again, and the router starts at the rung it had reached. */
export function givenBack(task: Pick<Task, 'assignment'>, waiting: string, now: Date): AssignmentChange {
  const { assignee } = task.assignment;
  return {
    set: { waitingSince: now, 'assignment.misses': 0 },
    unset: [...offerFields, 'assignment.assignee', 'assignment.claimOp', 'assignment.reason'],
    ...(assignee ? { push: { 'assignment.excluded': [assignee] } } : {}),
    emit: [...freeSeatEntry(task), routeEntry([waiting])],
  };
}

/** The entry that frees the holder's place; none when nobody holds it. */
export function freeSeatEntry(
  { assignment: { assignee, claimOp } }: Pick<Task, 'assignment'>,
  end?: { readonly onTime: boolean },
): NewEntry[] {
  if (!assignee || !claimOp) return [];
  const ended = end ? { done: true, onTime: end.onTime } : {};
  return [{ kind: 'freeSeat', payload: { person: assignee, opId: claimOp, ...ended } }];
}
