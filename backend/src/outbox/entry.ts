/** Under which a due entry still means something; every part that is given must hold. Otherwise it fires into nothing. */
export interface EntryCondition {
  readonly states?: readonly string[];
  readonly revision?: number;
  /** The operation by which the holder took the record. */
  readonly claimOp?: string;
  /** The operation that brought the record into its present state: the stay a timer belongs to. */
  readonly enteredBy?: string;
}

/** One thing that must follow, inside the document that caused it. Delivered at least once; `id` is what a consumer dedupes by. */
export interface OutboxEntry {
  readonly id: string;
  readonly kind: string;
  readonly due: Date;
  /** How often it was taken up; counted when leased, so that a crash while delivering counts too. */
  readonly attempts: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly while?: EntryCondition;
}

/** An entry as a use case asks for it; the engine names it after the operation and its place in the list. */
export interface NewEntry {
  readonly kind: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Absent: at once. */
  readonly due?: Date;
  readonly while?: EntryCondition;
}

/** An entry that failed too often: out of the way, visible, replayable. `error` never holds personal data. */
export interface ParkedEntry extends OutboxEntry {
  readonly parkedAt: Date;
  readonly error: string;
}

/** When the relay looks again, and who has the document now. `due` is absent, never null, when nothing is left. */
export interface RelayMark {
  readonly due?: Date;
  readonly lease?: Date;
  readonly owner?: string;
}

/** What the relay needs of a document. */
export interface WithOutbox {
  readonly _id: string;
  readonly county: string;
  readonly kind: string;
  readonly state: string;
  readonly revision: number;
  readonly outbox: readonly OutboxEntry[];
  readonly parked?: readonly ParkedEntry[];
  readonly relay: RelayMark;
  readonly enteredBy?: string;
  readonly assignment?: { readonly claimOp?: string };
}

/** Entries with their names: the operation and the place in its list, the same for every repeat. */
export function entriesOf(opId: string, wanted: readonly NewEntry[], now: Date): OutboxEntry[] {
  return wanted.map((entry, place) => ({
    id: `${opId}.${place}`,
    kind: entry.kind,
    due: entry.due ?? now,
    attempts: 0,
    payload: entry.payload ?? {},
    ...(entry.while ? { while: entry.while } : {}),
  }));
}

/** When the first of these is due; undefined when there is none. */
export function earliestDue(entries: readonly Pick<OutboxEntry, 'due'>[]): Date | undefined {
  if (entries.length === 0) return undefined;
  return new Date(Math.min(...entries.map((entry) => entry.due.getTime())));
}

/** The outbox and relay fields of a document that is about to be inserted. */
export function outboxOf(
  opId: string,
  wanted: readonly NewEntry[],
  now: Date,
): { outbox: OutboxEntry[]; relay: RelayMark } {
  const outbox = entriesOf(opId, wanted, now);
  const due = earliestDue(outbox);
  return { outbox, relay: due ? { due } : {} };
}

/** Whether an entry still means something to the document as it was read. */
export function stillMeans(entry: Pick<OutboxEntry, 'while'>, document: WithOutbox): boolean {
  const { states, revision, claimOp, enteredBy } = entry.while ?? {};
  if (states && !states.includes(document.state)) return false;
  if (revision !== undefined && revision !== document.revision) return false;
  if (claimOp !== undefined && claimOp !== document.assignment?.claimOp) return false;
  return enteredBy === undefined || enteredBy === document.enteredBy;
}

/** The same condition as part of a write's filter: what was true at reading need not be true at writing. */
export function conditionFilter(condition: EntryCondition | undefined): Record<string, unknown> {
  const { states, revision, claimOp, enteredBy } = condition ?? {};
  return {
    ...(states ? { state: { $in: [...states] } } : {}),
    ...(revision === undefined ? {} : { revision }),
    ...(claimOp === undefined ? {} : { 'assignment.claimOp': claimOp }),
    ...(enteredBy === undefined ? {} : { enteredBy }),
  };
}
