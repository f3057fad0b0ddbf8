import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, areasOf, holdsRole, isSystem, type PersonActor } from '../../lifecycle';

/** Who opens an event: whoever looks after the homes of a grid. */
export const openers = ['GRID_WORKER', 'GRID_LEADER'] as const satisfies readonly Role[];
/** Who knows of it. */
export const readers = [...openers, 'TOWNSHIP_DISPATCHER'] as const satisfies readonly Role[];

interface Placed {
  readonly scope: readonly string[];
}

/** The role under which a person sees it; undefined: not at all. Pure. */
export function roleFor({ scope }: Placed, actor: PersonActor, now: Date): Role | undefined {
  return readers.find((role) => holdsRole(actor, role, scope, now));
}

/** Whether this actor may know that it exists. Pure. */
export function maySee(record: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || roleFor(record, actor, now) !== undefined;
}

/** The areas whose homes somebody hears of. Pure. */
export function areasRead(actor: PersonActor, now: Date): string[] {
  return [...new Set(readers.flatMap((role) => areasOf(actor, role, now)))];
}
