import type { HoldingKind } from '@grid-relief/shared-types/person-merges/person-merge.schema';
import { type AreaId, areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isSystem, type PersonActor } from '../../lifecycle';
import type { PersonMerge } from './person-merge';

/** Who looks after people, and may say that two are one. */
export const deskRoles: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'];
/** Who has a list of merges. */
export const readers: readonly Role[] = [...deskRoles, 'CDC_INVESTIGATOR'];

/** What an investigator has to do with: ends, and who is exposed; no shopping, no account. */
const ofInvestigators: readonly HoldingKind[] = ['EPISODE', 'TRAVELLER', 'TRACKER', 'ROOM', 'SEAT'];

type Placed = Pick<PersonMerge, 'scope'>;

/** The role under which somebody sees something of a place; undefined: not at all. Pure. */
export function roleFor(scope: readonly string[], actor: PersonActor, now: Date): Role | undefined {
  return readers.find((role) => holdsRole(actor, role, scope, now));
}

/** Whether this actor may know that the merge exists. Pure. */
export function maySeeMerge({ scope }: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || roleFor(scope, actor, now) !== undefined;
}

/** Whether something of this kind that lies there is shown to this viewer. Pure. */
export function seesHolding(kind: HoldingKind, area: string, actor: PersonActor, now: Date): boolean {
  const role = roleFor(scopeOf(areaId(area)), actor, now);
  return role !== undefined && (role !== 'CDC_INVESTIGATOR' || ofInvestigators.includes(kind));
}

/** The narrowest place that both lie in: whoever looks after it looks after both, and nobody else decides. Pure. */
export function commonArea(one: string, other: string): AreaId | undefined {
  const theirs: readonly string[] = scopeOf(areaId(other));
  return scopeOf(areaId(one)).findLast((area) => theirs.includes(area));
}
