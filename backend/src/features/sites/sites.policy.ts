import type { Role } from '@grid-relief/shared-types/roles';
import { type Actor, holdsRole, isSystem } from '../../lifecycle';

/** Who knows of a site and its rooms. */
export const siteReaders: readonly Role[] = [
  ...(['SITE_MANAGER', 'SAMPLER', 'TRANSFER_DESK', 'COUNTY_DISPATCHER', 'COUNTY_HEAD'] as const),
];
/** Who knows, masked, who lives there: whoever keeps the house, and whoever takes samples in it. */
const guestReaders: readonly Role[] = ['SITE_MANAGER', 'SAMPLER'];

interface Placed {
  readonly scope: readonly string[];
}

/** Whether this actor may know that the site or the room exists. Pure. */
export function maySeeSite({ scope }: Placed, actor: Actor, now: Date): boolean {
  return isSystem(actor) || holdsRole(actor, siteReaders, scope, now);
}

/** Whether this actor may know, masked, who lives in its rooms. Pure. */
export function maySeeGuests({ scope }: Placed, actor: Actor, now: Date): boolean {
  return !isSystem(actor) && holdsRole(actor, guestReaders, scope, now);
}
