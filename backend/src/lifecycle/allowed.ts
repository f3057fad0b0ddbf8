import type { ActionRule, Lifecycle } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { type Actor, isSystem, type PersonActor } from './actor';
import { type Condition, type PersonAllowed, relations } from './relations';
import type { Tracked, TrackedBody } from './tracked';

function personAlternatives(rule: ActionRule<string>): PersonAllowed[] {
  return rule.by.filter((allowed): allowed is PersonAllowed => 'relation' in allowed);
}

function systemMay(rule: ActionRule<string>, actor: Actor): boolean {
  return isSystem(actor) && rule.by.some((allowed) => 'system' in allowed && allowed.system === actor.system);
}

/**
 * Who may, as part of a write's filter: table × role × area × relation (handbook 4).
 * @returns undefined when nothing in the table lets this actor do it to any record: no query is needed to refuse
 */
export function allowedFilter(rule: ActionRule<string>, actor: Actor, now: Date): Condition | undefined {
  if (isSystem(actor)) return systemMay(rule, actor) ? {} : undefined;
  const ways = personAlternatives(rule).flatMap(
    ({ role, relation }) => relations[relation].filter(actor, role, now) ?? [],
  );
  return ways.length === 0 ? undefined : { $or: ways };
}

/** The same question about a record in memory. */
export function isAllowed(rule: ActionRule<string>, document: TrackedBody, actor: Actor, now: Date): boolean {
  if (isSystem(actor)) return systemMay(rule, actor);
  return rule.by.some(
    (allowed) => 'relation' in allowed && relations[allowed.relation].holds(document, actor, allowed.role, now),
  );
}

/** Whether the record's variant knows the action. */
export function knowsAction(rule: ActionRule<string>, document: Pick<Tracked, 'variant'>): boolean {
  return !rule.variants || (document.variant !== undefined && rule.variants.includes(document.variant));
}

/**
 * What this viewer may do next to this record: the `actions` of a view. Pure; the same table as the write's filter.
 * What the use case itself checks (a full list, an amount) is not in it.
 */
export function permittedActions<A extends string>(
  machine: Lifecycle<string, A>,
  document: TrackedBody,
  actor: Actor,
  now: Date,
): A[] {
  // the keys of `actions` are A by its type; Object.keys forgets it
  const names = Object.keys(machine.actions) as A[];
  return names.filter((name) => {
    const rule = machine.actions[name];
    return rule.from.includes(document.state) && knowsAction(rule, document) && isAllowed(rule, document, actor, now);
  });
}

/** The role under which the write happened, as an expression over the record before it; a plain word when only one fits. */
export function roleExpression(rule: ActionRule<string>, actor: Actor, now: Date): unknown {
  if (isSystem(actor)) return actor.system;
  const ways = waysOf(rule, actor, now);
  const [first] = ways;
  if (!first) return 'NONE';
  if (ways.every(({ role }) => role === first.role)) return first.role;
  const branches = ways.map(({ role, relation }) => ({
    case: relations[relation].expression(actor, role, now),
    // biome-ignore lint/suspicious/noThenProperty: `then` is the database's word in $switch
    then: { $literal: role },
  }));
  return { $switch: { branches, default: first.role } };
}

function waysOf(rule: ActionRule<string>, actor: PersonActor, now: Date): PersonAllowed[] {
  return personAlternatives(rule).filter(({ role, relation }) => relations[relation].filter(actor, role, now));
}
