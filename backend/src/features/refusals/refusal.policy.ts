import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isSystem, type PersonActor } from '../../lifecycle';
import type { Refusal } from './refusal';

/** Who stands before somebody who says no. */
export const recorders: readonly Role[] = [
  ...(['GRID_WORKER', 'GRID_LEADER', 'VILLAGE_SECRETARY', 'DOCTOR', 'SCREENER', 'SAMPLER'] as const),
];
/** Who talks to them, and who hears when nobody does. */
const near: readonly Role[] = [
  ...(['VILLAGE_SECRETARY', 'DOCTOR', 'GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'] as const),
];
/** In which a police liaison has something to do with it. */
const ofPolice: readonly string[] = ['VISITED', 'LIAISON', 'ESCALATED'];

export type Standing = 'NEAR' | 'POLICE';
type Placed = Pick<Refusal, 'scope' | 'state'>;

/**
 * The role under which somebody sees a refusal, and how much of it: the police see whom they need and nothing else, and
 * none before others have been there (handbook 3). Pure.
 */
export function standingOf(record: Placed, actor: PersonActor, now: Date): readonly [Role, Standing] | undefined {
  const role = near.find((one) => holdsRole(actor, one, record.scope, now));
  if (role) return [role, 'NEAR'];
  const isPolice = ofPolice.includes(record.state) && holdsRole(actor, 'POLICE', record.scope, now);
  return isPolice ? ['POLICE', 'POLICE'] : undefined;
}

/** Whether this actor may know that the refusal exists. Pure. */
export function maySeeRefusal(record: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || standingOf(record, actor, now) !== undefined;
}

/** Everybody who has a list of them. */
export const readers: readonly Role[] = [...near, 'POLICE'];
