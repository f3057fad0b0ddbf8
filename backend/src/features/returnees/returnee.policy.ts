import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, areasOf, isSystem, type PersonActor, type Tracked } from '../../lifecycle';

/** Who looks after whoever comes to an area. */
export const gridRoles = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'] as const;
/** Who meets them on the way: sees that they come, not why they are asked for what. */
const postRoles: readonly Role[] = ['CHECKPOINT_OFFICER', 'POLICE', 'SAMPLER', 'CDC_INVESTIGATOR'];
/** Who has a link in hand. */
const linkRoles: readonly Role[] = [...gridRoles, 'SAMPLER', 'TRANSFER_DESK', 'CODE_CLERK'];

export type Standing = 'OWN' | 'GRID' | 'POST';

type Placed = Pick<Tracked, 'scope' | 'household' | 'parties'>;

const holdsHere = (record: Placed, actor: PersonActor, wanted: readonly Role[], now: Date) =>
  wanted.some((role) => areasOf(actor, role, now).some((area) => record.scope.includes(area)));

/** How somebody stands to whoever comes; undefined: does not know of them. Pure. */
export function standingOf(record: Placed, actor: PersonActor, now: Date): Standing | undefined {
  const { household, parties = [] } = record;
  const homes = [...actor.ownHouseholds, ...actor.proxyHouseholds];
  if ((household && homes.includes(household)) || parties.includes(actor.personId)) return 'OWN';
  if (holdsHere(record, actor, gridRoles, now)) return 'GRID';
  return holdsHere(record, actor, postRoles, now) ? 'POST' : undefined;
}

/** Whether this actor may know that the record exists. Pure. */
export function maySee(record: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || standingOf(record, actor, now) !== undefined;
}

/** The same of a link: it is work, seen by whoever may have it in hand. Pure. */
export function maySeeLink(record: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || holdsHere(record, actor, linkRoles, now);
}

/** In whose name the county's own record is opened; undefined: in nobody's. Pure. */
export function lookingRole(record: Placed, actor: PersonActor, now: Date): Role | undefined {
  return gridRoles.find((role) => holdsHere(record, actor, [role], now));
}
