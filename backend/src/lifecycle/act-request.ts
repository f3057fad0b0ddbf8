import type { ActionRule, Lifecycle } from '@grid-relief/shared-types/lifecycles/lifecycle';
import { Problem } from '../http/problem';
import type { NewEntry } from '../outbox';
import type { Actor } from './actor';
import type { NativeCollection } from './records';
import type { Condition } from './relations';
import type { Receipt, Tracked } from './tracked';

/** Fields by dotted path. A number in a path is refused: in a pipeline it would not mean a place in a list. */
export type Fields = Readonly<Record<string, unknown>>;

/** One action on one record. */
export interface ActRequest<S extends string = string, A extends string = string, D extends Tracked = Tracked> {
  readonly collection: NativeCollection;
  readonly machine: Lifecycle<S, A>;
  readonly action: A;
  readonly id: string;
  readonly actor: Actor;
  /** One intent of one person; a repeat carries the same. */
  readonly opId: string;
  readonly now: Date;
  /** The document's `kind`; absent: the machine's name. */
  readonly kind?: string;
  /** What the person sent, as parsed; a late fact keeps it. That a repeat brings the same, the request's fingerprint tells. */
  readonly input?: unknown;
  /** By the device's clock; absent: now. */
  readonly occurredAt?: Date;
  readonly reason?: string;
  /** Which destination, where the table leaves a choice. */
  readonly to?: S;
  /** Required where the table says `needs: revision`. */
  readonly revision?: number;
  /** What the decision depended on: it must still be so at the write. Else: changed-meanwhile. */
  readonly guard?: Condition;
  readonly set?: Fields;
  readonly unset?: readonly string[];
  /** Values to add at the end of lists. */
  readonly push?: Readonly<Record<string, readonly unknown[]>>;
  readonly inc?: Readonly<Record<string, number>>;
  /** Further stages of the update pipeline, after the others; `setInList` makes one. */
  readonly stages?: readonly Condition[];
  readonly emit?: readonly NewEntry[];
  /** Minutes until the rule's own timer; null: none; absent: what the table says. */
  readonly limitMinutes?: number | null;
  /** May this actor know that the record exists? Asked only when the write did not match. */
  visible(document: D, actor: Actor): boolean;
}

export interface ActResult<D extends Tracked = Tracked> {
  /** The same bytes for the first answer and every repeat. */
  readonly receipt: Receipt;
  /** The record as it is now; of a repeat, possibly long after. */
  readonly document: D;
  /** True when this operation had been done before. */
  readonly repeated: boolean;
}

/** A request with what the engine worked out before writing. */
export interface Prepared<D extends Tracked = Tracked> extends ActRequest<string, string, D> {
  readonly rule: ActionRule<string>;
  readonly kind: string;
  readonly hash: string;
}

/** The fixed destination of a rule, or the chosen one. undefined: the state stays. Throws on a choice the table does not know. */
export function destinationOf({ rule, to, action }: Prepared): string | undefined {
  if (rule.to === 'SAME') return undefined;
  if (typeof rule.to === 'string') return rule.to;
  if (to === undefined || !rule.to.includes(to))
    throw new Error(`${action} needs one of ${rule.to.join(', ')} as "to"`);
  return to;
}

/** @throws Problem invalid-input when the table asks for something that is not there */
export function checkNeeds({ rule, reason, revision }: Prepared): void {
  const missing = [
    ...(rule.needs?.includes('reason') && !reason ? ['/reason'] : []),
    ...(rule.needs?.includes('revision') && revision === undefined ? ['/revision'] : []),
  ];
  if (missing.length === 0) return;
  throw new Problem('invalid-input', undefined, {
    errors: missing.map((pointer) => ({ pointer, detail: 'required' })),
  });
}
