import type { Task } from '../tasks';
import type { RouteTask } from './candidate';
import type { Gender } from './gender';

/** A task as the router reads it: a history of operations instead of the whole history, and no goods. */
export type RoutableTask = Omit<Task, 'assignment'> & {
  /** How many stages of the ladder have been told (`told`) is the router's own note. */
  readonly assignment: Task['assignment'] & { readonly told?: number };
};

/** What the router asks the database for: the task without its goods. */
export const routableProjection = { parked: 0, outbox: 0, 'detail.lines': 0 } as const;

/** The router's view of a stored task; what its kind does not say counts as absent. Pure. */
export function asRouteTask(task: RoutableTask): RouteTask {
  const { assignment, needs } = task;
  const detail = fieldsOf(task.detail);
  const gender = textOf(detail.genderWish);
  const payMode = textOf(detail.payMode);
  const building = textOf(detail.building);
  const members = textsOf(detail.households);
  return {
    id: task._id,
    kind: task.kind,
    ...(task.variant === undefined ? {} : { variant: task.variant }),
    priority: task.priority,
    area: task.area,
    scope: task.scope,
    ...(building ? { building } : {}),
    households: task.household ? [task.household] : members,
    ...(payMode ? { payMode } : {}),
    needs: { skills: needs.skills, ppe: needs.ppe, ...(needs.loop ? { loop: needs.loop } : {}) },
    wishes: textsOf(detail.wishes),
    ...(isGender(gender) ? { genderWish: gender } : {}),
    waitingSince: task.waitingSince,
    excluded: [...assignment.excluded, ...(assignment.missedBy ?? [])],
    rung: assignment.rung,
    misses: assignment.misses ?? 0,
  };
}

function fieldsOf(detail: unknown): Readonly<Record<string, unknown>> {
  return typeof detail === 'object' && detail !== null ? { ...detail } : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function isGender(word: string | undefined): word is Gender {
  return word === 'F' || word === 'M';
}
