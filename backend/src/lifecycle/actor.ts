import type { SystemCause } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { AreaId } from '@grid-relief/shared-types/primitives/areas';
import type { Role, Team } from '@grid-relief/shared-types/roles';

/** A role a person holds, for an area, until an end. */
export interface Grant {
  readonly role: Role;
  readonly area: AreaId;
  /** First instant at which it no longer counts; absent: open-ended. */
  readonly until?: Date;
  readonly team?: Team;
}

/** A person who acts, with everything that decides what that person may do. */
export interface PersonActor {
  readonly personId: string;
  /**
   * Fingerprint of the request in which the person acts: endpoint, path, query and body. It is set at the door and
   * travels with the person, because every act names its actor: no feature on the way can forget it, and another body
   * under the same operation is never answered as a repeat. Absent outside of requests.
   */
  readonly asked?: string;
  readonly county: string;
  readonly grants: readonly Grant[];
  /** Households the person lives in. */
  readonly ownHouseholds: readonly string[];
  /** Households that gave recorded consent to be spoken for. */
  readonly proxyHouseholds: readonly string[];
  readonly skills: readonly string[];
  /** Highest level of protection the person is trained and equipped for; 0 is none. */
  readonly ppe: number;
  /** The closed loop the person works in; absent: outside every loop. */
  readonly loop?: string;
}

/** The product itself acting, with what set it off. */
export interface SystemActor {
  readonly system: SystemCause;
  readonly county: string;
}

export type Actor = PersonActor | SystemActor;

export function isSystem(actor: Actor): actor is SystemActor {
  return 'system' in actor;
}

/** The name under which history keeps an actor. */
export function nameOf(actor: Actor): string {
  return isSystem(actor) ? 'SYSTEM' : actor.personId;
}

/** Whoever acts, where only a person may. @throws when it is the product itself */
export function personOf(actor: Actor): string {
  if (isSystem(actor)) throw new Error('a person does this, never the product itself');
  return actor.personId;
}

/** Somebody of whom nothing counts here but who they are and these roles. */
export function bareActor(county: string, personId: string, grants: readonly Grant[] = []): PersonActor {
  return { county, personId, grants, ownHouseholds: [], proxyHouseholds: [], skills: [], ppe: 0 };
}

/** The homes somebody lives in or speaks for. */
export function householdsOf({ ownHouseholds, proxyHouseholds }: PersonActor): string[] {
  return [...ownHouseholds, ...proxyHouseholds];
}

/** Whose a record is: somebody lives in its home or speaks for it, or the record names them. */
export function isOwn(
  { household, parties }: { readonly household?: string; readonly parties?: readonly string[] },
  actor: PersonActor,
): boolean {
  const isHome = household !== undefined && householdsOf(actor).includes(household);
  return isHome || (parties?.includes(actor.personId) ?? false);
}

/** The areas for which a role is held at this instant. */
export function areasOf(actor: PersonActor, role: Role, now: Date): AreaId[] {
  const current = actor.grants.filter((grant) => grant.role === role && (!grant.until || grant.until > now));
  return current.map((grant) => grant.area);
}

/** Whether one of these roles is held at this instant for a place, given as its ancestors with itself among them. */
export function holdsRole(
  actor: PersonActor,
  roles: Role | readonly Role[],
  scope: readonly string[],
  now: Date,
): boolean {
  // asked for every action of every row of a list: nothing is made for it
  const isMeant = (role: Role) => (typeof roles === 'string' ? role === roles : roles.includes(role));
  return actor.grants.some(({ role, area, until }) => isMeant(role) && (!until || until > now) && scope.includes(area));
}
