import { type NewEntry, type OutboxEntry, outboxOf, type ParkedEntry, type RelayMark } from '../outbox';

/** What a person must bring to be eligible. */
export interface Needs {
  readonly skills: readonly string[];
  /** Least level of protection; 0 is none. */
  readonly ppe: number;
  readonly loop?: string;
}

/** Who has a task or is asked to take it. It has no state of its own: the record's state says what this means. */
export interface Assignment {
  readonly offeredTo?: string;
  readonly expiresAt?: Date;
  readonly assignee?: string;
  /** The operation by which the assignee took it; a seat is kept under the same one. */
  readonly claimOp?: string;
  readonly excluded: readonly string[];
  readonly rung: number;
  /** Why the router chose this person; its shape is the router's. */
  readonly reason?: unknown;
}

/** One act that happened. Never changed, never trimmed while the record is open. */
export interface HistoryEntry {
  readonly action: string;
  readonly from: string;
  readonly to: string;
  /** A person's id, or SYSTEM. */
  readonly by: string;
  /** The role by which it was allowed, or what set the system off. */
  readonly role: string;
  /** When it happened by the device's clock; `recordedAt` is ours. */
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly reason?: string;
  readonly opId: string;
  readonly inputHash: string;
  /** The record's revision after this act. */
  readonly revision: number;
  /** The person who became the holder by this act. */
  readonly holder?: string;
}

/** A record with a lifecycle: what every collection that `act` works on has in common. */
export interface Tracked {
  readonly _id: string;
  readonly county: string;
  readonly kind: string;
  readonly variant?: string;
  readonly state: string;
  readonly revision: number;
  /** The operation that brought it into its present state; timers of that stay name it. */
  readonly enteredBy: string;
  readonly area: string;
  /** The area and all its ancestors, widest first. */
  readonly scope: readonly string[];
  readonly household?: string;
  /** People for whom it is their own without living in its household: who said it, whom it is about, who answers for them. */
  readonly parties?: readonly string[];
  readonly needs: Needs;
  readonly assignment: Assignment;
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly OutboxEntry[];
  readonly parked?: readonly ParkedEntry[];
  readonly relay: RelayMark;
}

/** What a record is, without what must still follow from it: enough to say who may do what to it. */
export type TrackedBody = Omit<Tracked, 'outbox' | 'parked' | 'relay'>;

/** The answer to an act, kept for ever: a repeat gets these very bytes. Instants as on the wire. */
export interface Receipt {
  readonly action: string;
  readonly to: string;
  readonly revision: number;
  readonly recordedAt: string;
}

/** What a new record must say; everything else begins empty. */
export interface Beginning {
  readonly _id: string;
  readonly county: string;
  readonly kind: string;
  readonly variant?: string;
  readonly state: string;
  readonly area: string;
  readonly scope: readonly string[];
  readonly household?: string;
  readonly parties?: readonly string[];
  readonly needs?: Needs;
  readonly assignment?: Partial<Assignment>;
}

/**
 * A new record, ready to insert with what must follow from it. Creating is not an act: it is idempotent by its
 * client-made `_id` (handbook 4), which also names the outbox entries.
 */
export function beginRecord(beginning: Beginning, emit: readonly NewEntry[], now: Date): Tracked {
  return {
    ...beginning,
    needs: beginning.needs ?? { skills: [], ppe: 0 },
    assignment: { excluded: [], rung: 0, ...beginning.assignment },
    revision: 0,
    enteredBy: beginning._id,
    history: [],
    ...outboxOf(beginning._id, emit, now),
  };
}

/** The receipt of an act, from its entry in history: made the same way for the first answer and for every repeat. */
export function receiptOf(entry: Pick<HistoryEntry, 'action' | 'to' | 'revision' | 'recordedAt'>): Receipt {
  return {
    action: entry.action,
    to: entry.to,
    revision: entry.revision,
    recordedAt: entry.recordedAt.toISOString(),
  };
}
