import type { KeyObject } from 'node:crypto';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Team } from '@grid-relief/shared-types/roles';
import type { PersonActor } from '../../lifecycle';

/** A volunteer on duty, as far as a badge shows it. */
export interface OnDuty {
  readonly person: string;
  readonly team: Team;
  readonly dutyUntil: Date;
}

export interface BadgeDeps {
  /** A key of this use alone. */
  readonly key: KeyObject;
  /** The duty of one person; undefined when off duty. */
  readonly dutyOf: (county: string, person: string, now: Date) => Promise<OnDuty | undefined>;
  /** Everybody on duty in these areas or below. */
  readonly onDutyIn: (county: string, areas: readonly AreaId[], now: Date) => Promise<readonly OnDuty[]>;
  /** Grid staff for these areas: they wear a badge whenever they hold the role. */
  readonly staffIn: (county: string, areas: readonly AreaId[], now: Date) => Promise<readonly string[]>;
  readonly nameOf: (county: string, person: string) => Promise<string | undefined>;
  /** The rights of somebody not present. */
  readonly actorOf: (person: string) => Promise<PersonActor | undefined>;
  /** Areas of the asker's households. */
  readonly homesOf: (actor: PersonActor) => Promise<readonly AreaId[]>;
  /** Whether this person holds open work for one of these households. */
  readonly holdsFor: (county: string, person: string, households: readonly string[]) => Promise<boolean>;
  /** Counts a check of a caller. @throws Problem too-many-requests */
  readonly countCheck: (caller: string) => Promise<void>;
}

/** The post a badge names, from the role it is worn for. */
export function postOf(actor: PersonActor, now: Date): 'GRID_LEADER' | 'GRID_WORKER' | 'VOLUNTEER' | undefined {
  const held = (role: string) =>
    actor.grants.some((grant) => grant.role === role && (!grant.until || grant.until > now));
  return (['GRID_LEADER', 'GRID_WORKER', 'VOLUNTEER'] as const).find(held);
}
