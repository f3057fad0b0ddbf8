import { addMinutes } from '@grid-relief/shared-types/primitives/instants';
import { promptsEnd } from '../notice-entry';
import { earliestDue, entriesOf, type NewEntry } from '../outbox';
import { destinationOf, type Prepared } from './act-request';
import { isSystem, nameOf } from './actor';
import { allowedFilter, roleExpression } from './allowed';
import type { Condition } from './relations';
import { timerAt } from './timers';

/**
 * The one filter of an act: identity, state, who may, *not yet by this operation*, and what the decision depended on.
 * @returns undefined when nothing in the table lets this actor do it to any record
 */
export function actFilter(request: Prepared): (Condition & { _id: string }) | undefined {
  const { rule, actor, id, kind, opId, now, guard, revision } = request;
  const allowed = allowedFilter(rule, actor, now);
  if (!allowed) return undefined;
  const parts = [allowed, guard ?? {}].filter((part) => Object.keys(part).length > 0);
  return {
    _id: id,
    county: actor.county,
    kind,
    state: { $in: [...rule.from] },
    'history.opId': { $ne: opId },
    ...(rule.variants ? { variant: { $in: [...rule.variants] } } : {}),
    ...(rule.needs?.includes('revision') ? { revision } : {}),
    // Under $and, so that no part can overwrite another; and no empty part: beside an $or it makes SecantusDB walk the
    // collection instead of the _id index (52 ms against 6 ms among 20,000).
    ...(parts.length > 0 ? { $and: parts } : {}),
  };
}

/**
 * The one update of an act, as a pipeline: only so can history name the state before, which several may be. Every
 * expression of the first stage reads the record as it was.
 */
export function actUpdate(request: Prepared): Condition[] {
  const { opId, set = {}, unset = [], push = {}, inc = {}, stages = [] } = request;
  const to = destinationOf(request);
  const following = [...(request.emit ?? []), ...nothingToAsk(request, to), ...ownTimer(request, to)];
  const entries = entriesOf(opId, following, request.now);
  const due = earliestDue(entries);
  const changes: Record<string, unknown> = {
    ...mapFields(set, literal),
    ...mapFields(push, (values, path) => appended(path, literal(values))),
    ...mapFields(inc, (amount, path) => ({ $add: [{ $ifNull: [`$${path}`, 0] }, amount] })),
    ...(to === undefined ? {} : { state: literal(to), enteredBy: literal(opId) }),
    revision: { $add: ['$revision', 1] },
    history: appended('history', [historyEntry(request, to)]),
    ...(entries.length > 0 ? { outbox: appended('outbox', literal(entries)) } : {}),
    ...(due ? { 'relay.due': { $min: ['$relay.due', literal(due)] } } : {}),
  };
  unset.forEach(checkPath);
  return [{ $set: changes }, ...(unset.length > 0 ? [{ $unset: [...unset] }] : []), ...stages];
}

/**
 * A stage that changes fields of those elements of a list whose `key` field has this value; use with `stages`.
 * @param path dotted path of the list
 */
export function setInList(path: string, key: string, value: unknown, fields: Condition): Condition {
  const matches = { $eq: [`$$element.${key}`, literal(value)] };
  const changed = { $mergeObjects: ['$$element', literal(fields)] };
  const input = { $ifNull: [`$${path}`, []] };
  return { $set: { [path]: { $map: { input, as: 'element', in: { $cond: [matches, changed, '$$element'] } } } } };
}

/** A record that has ended asks nobody for anything; last, so that what was still to be told is withdrawn with it. */
function nothingToAsk({ machine }: Prepared, to: string | undefined): NewEntry[] {
  return machine.asksPeople && to !== undefined && machine.terminal.includes(to) ? [promptsEnd()] : [];
}

/** The timer of the rule's own limit: it means something as long as the record stays where this act has put it. */
function ownTimer({ rule, limitMinutes, now, opId }: Prepared, to: string | undefined): NewEntry[] {
  const minutes = limitMinutes === undefined ? rule.limit?.minutes : limitMinutes;
  if (!rule.limit || minutes === undefined || minutes === null) return [];
  const stay = to === undefined ? undefined : { states: [to], enteredBy: opId };
  return [timerAt(rule.limit.fires, addMinutes(now, minutes), stay)];
}

function historyEntry(request: Prepared, to: string | undefined): Condition {
  const { action, rule, actor, now, occurredAt, reason, opId, hash, set } = request;
  const holder = set?.['assignment.assignee'];
  const known = {
    action,
    by: nameOf(actor),
    occurredAt: occurredAt ?? now,
    recordedAt: now,
    opId,
    inputHash: hash,
    ...(reason === undefined ? {} : { reason }),
    ...(typeof holder === 'string' ? { holder } : {}),
    ...(to === undefined ? {} : { to }),
  };
  const role = roleExpression(rule, actor, now);
  const read = {
    from: '$state',
    ...(to === undefined ? { to: '$state' } : {}),
    role: isSystem(actor) || typeof role === 'string' ? literal(role) : role,
    revision: { $add: ['$revision', 1] },
  };
  return { $mergeObjects: [literal(known), read] };
}

/** Values are never read as expressions, whatever dollar signs they hold. */
function literal(value: unknown): Condition {
  return { $literal: value };
}

function appended(path: string, values: unknown): Condition {
  return { $concatArrays: [{ $ifNull: [`$${path}`, []] }, values] };
}

function mapFields<V>(fields: Readonly<Record<string, V>>, change: (value: V, path: string) => unknown) {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([path, value]) => {
        checkPath(path);
        return [path, change(value, path)];
      }),
  );
}

const enginesOwn = new Set(['_id', 'county', 'kind', 'state', 'revision', 'enteredBy', 'history', 'outbox', 'relay']);

function checkPath(path: string): void {
  const [head = '', ...rest] = path.split('.');
  if (enginesOwn.has(head)) throw new Error(`${path} is written by the engine alone`);
  if ([head, ...rest].some((part) => part === '' || part.startsWith('$') || /^\d+$/.test(part))) {
    throw new Error(`${path} cannot be set by path; change list elements with setInList`);
  }
}
