/** One look at, or one use of, somebody's data. Ids only: the row outlives the names it is about (handbook 8). */
export interface AuditRow {
  readonly _id: string;
  readonly county: string;
  readonly at: Date;
  /** Who looked. */
  readonly who: string;
  /** Under which role. */
  readonly role: string;
  /** What kind of record, e.g. `household`. */
  readonly kind: string;
  readonly record: string;
  /** What was done, e.g. `reveal`. */
  readonly did: string;
  /** The reason code given. */
  readonly why: string;
  /** Keyed hash over everything above. */
  readonly mac: string;
  /** Number of the batch that holds it; absent until it is sealed. */
  readonly batch?: number;
}

/** Who seals a county's chain; its `_id` is the county. */
export interface AuditLease {
  readonly _id: string;
  /** Empty: nobody. */
  readonly owner: string;
  readonly until: Date;
}

/** Some seconds' rows in the chain: written once, never changed. */
export interface AuditBatch {
  readonly _id: string;
  readonly county: string;
  readonly number: number;
  /** Place of its first row in the whole chain. */
  readonly first: number;
  readonly rows: readonly string[];
  /** The chain's hash after each row; the last one is the head. */
  readonly links: readonly string[];
  readonly sealedAt: Date;
}
