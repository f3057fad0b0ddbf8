import { Problem } from '../http/problem';
import { conditionFilter, type EntryCondition, type NewEntry, type OutboxEntry, type WithOutbox } from '../outbox';
import { derivedId } from '../platform/ids';
import type { SystemActor } from './actor';
import type { Condition } from './relations';

/** The kind of an outbox entry that fires an action when time has passed. */
export const timerKind = 'timer';

/** An action that the clock takes at an instant, for as long as the condition holds; without one, whatever has happened. */
export function timerAt(action: string, due: Date, stay?: EntryCondition): NewEntry {
  return { kind: timerKind, payload: { action }, due, ...(stay ? { while: stay } : {}) };
}

/** What a timer brings to the act it fires: guarded, and the same operation however often it is delivered. */
export interface Firing {
  readonly id: string;
  readonly kind: string;
  readonly action: string;
  readonly actor: SystemActor;
  readonly opId: string;
  readonly guard: Condition;
}

/** The act of a due timer entry, ready to be completed with what the action changes. */
export function firingOf(document: Pick<WithOutbox, '_id' | 'county' | 'kind'>, entry: OutboxEntry): Firing {
  const { action } = entry.payload;
  if (typeof action !== 'string') throw new Error('a timer entry names its action');
  return {
    id: document._id,
    kind: document.kind,
    action,
    actor: { system: 'timer', county: document.county },
    opId: derivedId(document.county, document._id, entry.id),
    guard: conditionFilter(entry.while),
  };
}

const meaningless = new Set(['transition-not-allowed', 'changed-meanwhile', 'not-found']);

/**
 * A timer is never cancelled: when what it was for has passed, it fires into nothing.
 * @returns false when it did
 */
export async function fire(firing: () => Promise<unknown>): Promise<boolean> {
  try {
    await firing();
    return true;
  } catch (error) {
    if (error instanceof Problem && meaningless.has(error.type)) return false;
    throw error;
  }
}
