import type { Role } from '@grid-relief/shared-types/roles';
import { areasOf, holdsRole, type PersonActor } from '../../lifecycle';

/** Who looks after households in an area (handbook 3). */
export const caretakers = ['GRID_LEADER', 'GRID_WORKER', 'TOWNSHIP_DISPATCHER'] as const satisfies readonly Role[];

interface Placed {
  readonly _id: string;
  readonly scope: readonly string[];
}

/** The areas whose households this person looks after. */
export function careAreas(actor: PersonActor, now: Date): string[] {
  return [...new Set(caretakers.flatMap((role) => areasOf(actor, role, now)))];
}

/** The role under which a person looks after this household; undefined: not at all. */
export function careRole(actor: PersonActor, household: Placed, now: Date): Role | undefined {
  return caretakers.find((role) => holdsRole(actor, role, household.scope, now));
}

/** A household's own members; those who speak for it help with orders and do not read who looked. */
export function isMember(actor: PersonActor, household: Pick<Placed, '_id'>): boolean {
  return actor.ownHouseholds.includes(household._id);
}
