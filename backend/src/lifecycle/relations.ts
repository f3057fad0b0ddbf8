import type { Allowed, Relation } from '@grid-relief/shared-types/lifecycles/lifecycle';
import type { Role } from '@grid-relief/shared-types/roles';
import { areasOf, holdsRole, type PersonActor } from './actor';
import type { TrackedBody } from './tracked';

/** Part of a database filter. */
export type Condition = Readonly<Record<string, unknown>>;

/**
 * One relation, said three times for the three places that ask: in a filter, in memory, and as an expression that
 * names the role afterwards. A property test holds the first two together against the real database.
 */
interface RelationRule {
  /** undefined: this person stands so to no record at all. */
  readonly filter: (actor: PersonActor, role: Role, now: Date) => Condition | undefined;
  readonly holds: (document: TrackedBody, actor: PersonActor, role: Role, now: Date) => boolean;
  /** True for records that the filter let through by this relation rather than by another one. */
  readonly expression: (actor: PersonActor, role: Role, now: Date) => Condition;
}

/** An alternative of a rule that names a person. */
export type PersonAllowed = Extract<Allowed, { relation: Relation }>;

function householdsFor(actor: PersonActor, role: Role): readonly string[] {
  return role === 'PROXY' ? actor.proxyHouseholds : actor.ownHouseholds;
}

function inAreas(actor: PersonActor, role: Role, now: Date): Condition | undefined {
  const areas = areasOf(actor, role, now);
  return areas.length === 0 ? undefined : { scope: { $in: areas } };
}

function liesInAreas(document: TrackedBody, actor: PersonActor, role: Role, now: Date): boolean {
  return holdsRole(actor, role, document.scope, now);
}

function areaExpression(actor: PersonActor, role: Role, now: Date): Condition {
  return { $gt: [{ $size: { $setIntersection: [{ $ifNull: ['$scope', []] }, areasOf(actor, role, now)] } }, 0] };
}

export const relations: Readonly<Record<Relation, RelationRule>> = {
  own: {
    filter(actor, role) {
      const households = householdsFor(actor, role);
      return households.length === 0 ? undefined : { household: { $in: [...households] } };
    },
    holds: (document, actor, role) =>
      document.household !== undefined && householdsFor(actor, role).includes(document.household),
    expression: (actor, role) => ({ $in: ['$household', [...householdsFor(actor, role)]] }),
  },
  // Being named is itself the permission, as holding is: an entrant lives in no household of the county.
  party: {
    filter: (actor) => ({ parties: actor.personId }),
    holds: (document, actor) => document.parties?.includes(actor.personId) ?? false,
    expression: (actor) => ({ $in: [actor.personId, { $ifNull: ['$parties', []] }] }),
  },
  // Holding is itself the permission: whoever holds a task may end it, also when the grant ran out on the way.
  assignee: {
    filter: (actor) => ({ 'assignment.assignee': actor.personId }),
    holds: (document, actor) => document.assignment.assignee === actor.personId,
    expression: (actor) => ({ $eq: ['$assignment.assignee', actor.personId] }),
  },
  offeredTo: {
    filter: (actor, role, now) =>
      areasOf(actor, role, now).length === 0
        ? undefined
        : { 'assignment.offeredTo': actor.personId, 'assignment.expiresAt': { $gt: now } },
    holds: ({ assignment }, actor, role, now) =>
      areasOf(actor, role, now).length > 0 &&
      assignment.offeredTo === actor.personId &&
      assignment.expiresAt !== undefined &&
      assignment.expiresAt > now,
    expression: (actor) => ({ $eq: ['$assignment.offeredTo', actor.personId] }),
  },
  eligible: {
    filter(actor, role, now) {
      const area = inAreas(actor, role, now);
      if (!area) return undefined;
      return {
        ...area,
        'assignment.excluded': { $ne: actor.personId },
        'needs.skills': { $not: { $elemMatch: { $nin: [...actor.skills] } } },
        'needs.ppe': { $not: { $gt: actor.ppe } },
        // equal only: a clean team is never mixed with a contaminated one, in either direction; null matches a missing field
        'needs.loop': actor.loop ?? null,
      };
    },
    holds: (document, actor, role, now) =>
      liesInAreas(document, actor, role, now) &&
      !document.assignment.excluded.includes(actor.personId) &&
      document.needs.skills.every((skill) => actor.skills.includes(skill)) &&
      document.needs.ppe <= actor.ppe &&
      document.needs.loop === actor.loop,
    expression: areaExpression,
  },
  inArea: { filter: inAreas, holds: liesInAreas, expression: areaExpression },
};
