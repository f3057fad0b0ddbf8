import type { FilePurpose } from '@grid-relief/shared-types/files/file.contract';
import type { Role } from '@grid-relief/shared-types/roles';

/** Who sees what was photographed at the doors of their area. */
const proofs: readonly Role[] = ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER', 'COMMUNITY_CASHIER'];

/**
 * Who sees what else is sent: where it is about health a doctor does, and a self-test or a notice is seen only by those
 * who look after the person (handbook 2.3, 8).
 */
const others: Readonly<Partial<Record<FilePurpose, readonly Role[]>>> = {
  PRESCRIPTION: [...proofs, 'DOCTOR'],
  SELF_TEST: ['GRID_WORKER', 'GRID_LEADER', 'DOCTOR'],
  NOTICE: ['GRID_WORKER', 'GRID_LEADER', 'TOWNSHIP_DISPATCHER'],
};

/** Who keeps the house in which somebody tests looks after them there, and nowhere else (handbook 2.3). */
const ofSite: Readonly<Partial<Record<FilePurpose, readonly Role[]>>> = { SELF_TEST: ['SITE_MANAGER'] };

/**
 * The roles that see a file of their area, by what it proves, beside its sender and its household. Pure.
 * @param isAtSite what shows it is a quarantine that runs in a site, or leads to one
 */
export function rolesThatSee(purpose: FilePurpose, isAtSite = false): readonly Role[] {
  return [...(others[purpose] ?? proofs), ...((isAtSite && ofSite[purpose]) || [])];
}

/** Opening these is kept before they are sent: they tell of somebody's health, or a name and a door (handbook 8). Pure. */
export function isLookKept(purpose: FilePurpose): boolean {
  return purpose === 'PRESCRIPTION' || purpose === 'SELF_TEST' || purpose === 'NOTICE';
}
