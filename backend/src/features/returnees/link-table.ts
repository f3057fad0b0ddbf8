import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import type { ChainLink } from '@grid-relief/shared-types/quarantine/policy-set.schema';
import type { Role } from '@grid-relief/shared-types/roles';
import { gridRoles } from './returnee.policy';

/** Who has a link, and until when. */
export interface LinkRow {
  /** The owner by rung: who hears first, and who when it is late. */
  readonly ladder: readonly [Role, ...Role[]];
  /** From the arrival; a row of the policy set may say otherwise for TRANSFER. Minutes. */
  readonly minutes: number;
}

const hour = 60;

/** Owners and limits of the links. Figures without a section are ours; a county should confirm them. */
export const linkTable: Readonly<Record<ChainLink, LinkRow>> = {
  // handbook 2.2: half an hour for who is nearly or already here
  ACKNOWLEDGEMENT: { ladder: gridRoles, minutes: 30 },
  // ours
  LANDING_TEST: { ladder: ['SAMPLER', ...gridRoles.slice(1)], minutes: 2 * hour },
  // handbook 5, `transferHours`; where a row has none, the eight hours of 2.3 (MOVED)
  TRANSFER: { ladder: ['TRANSFER_DESK', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'], minutes: 8 * hour },
  // handbook 2.3: home conditions in four hours
  PLACEMENT: { ladder: gridRoles, minutes: 4 * hour },
  // ours, after the two hours of 2.11 (NO_ANSWER)
  CODE_REQUEST: { ladder: ['CODE_CLERK', 'TOWNSHIP_DISPATCHER', 'COUNTY_DISPATCHER'], minutes: 2 * hour },
  // ours
  NOTICE: { ladder: gridRoles, minutes: 4 * hour },
  // ours
  DELIVERY_PLAN: { ladder: gridRoles, minutes: 4 * hour },
  // ours
  SENSOR: { ladder: gridRoles, minutes: 24 * hour },
  // ours: to be opened; once it runs, its end and a day
  EPISODE: { ladder: gridRoles, minutes: 4 * hour },
  TRACKER: { ladder: gridRoles, minutes: 4 * hour },
};

/** Ours: each further step of the ladder hears after this. Minutes. */
export const climbMinutes = hour;
/** Ours: an episode or a tracker may be closed so long after its end before it counts as late. Minutes. */
export const graceMinutes = 24 * hour;

/** Until then what ends at an instant may be closed. Pure. */
export const graceAfter = (endsAt: Date): Date => addMinutes(endsAt, graceMinutes);

/** The role whose turn it is on a rung; the last one keeps it. Pure. */
export function ownerOf(link: ChainLink, rung: number): Role {
  const { ladder } = linkTable[link];
  return ladder[Math.min(rung, ladder.length - 1)] ?? ladder[0];
}
