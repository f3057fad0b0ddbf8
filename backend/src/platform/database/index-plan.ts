import './settings';

type Direction = 1 | -1 | '2dsphere';

/** One index a collection needs. The order of the keys matters. */
export interface PlannedIndex {
  readonly key: Readonly<Record<string, Direction>>;
  /** Only over fields that never change: SecantusDB keeps the old key of an updated document (handbook 9). */
  readonly unique?: true;
  readonly sparse?: true;
  readonly partialFilterExpression?: Readonly<Record<string, unknown>>;
  /** Seconds after the time in the (single) key field. */
  readonly expireAfterSeconds?: number;
}

/** All indexes of one collection, `_id` excepted. */
export interface IndexPlan {
  readonly collection: string;
  readonly indexes: readonly PlannedIndex[];
}

const planned = new Map<string, readonly PlannedIndex[]>();

/** The indexes of a model file: what is listed here exists, and nothing else (handbook 9). */
export function indexPlan(collection: string, indexes: readonly PlannedIndex[]): IndexPlan {
  planned.set(collection, [...indexesOf(collection), ...indexes]);
  return { collection, indexes };
}

/** All that is planned for a collection, by whichever model files. */
export const indexesOf = (collection: string): readonly PlannedIndex[] => planned.get(collection) ?? [];

/** What the database lists; only the fields that are compared. */
export interface ExistingIndex {
  readonly name?: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly unique?: boolean;
  readonly sparse?: boolean;
  readonly partialFilterExpression?: Readonly<Record<string, unknown>>;
  readonly expireAfterSeconds?: number;
}

/** How one collection differs from its plan. `different` has the planned keys with other options. */
export interface IndexDrift {
  readonly missing: readonly PlannedIndex[];
  readonly different: readonly string[];
  readonly extra: readonly string[];
}

/** The database's own way to name an index: `county_1_dueAt_-1`. */
export function indexName(key: Readonly<Record<string, unknown>>): string {
  return Object.entries(key)
    .map(([field, direction]) => `${field}_${direction}`)
    .join('_');
}

/** Compares what is with what should be. Pure; two indexes are the same one when their keys are. */
export function compareIndexes(planned: readonly PlannedIndex[], existing: readonly ExistingIndex[]): IndexDrift {
  const others = existing.filter((index) => indexName(index.key) !== '_id_1');
  const byKey = new Map(others.map((index) => [indexName(index.key), index]));
  const wanted = new Set(planned.map((index) => indexName(index.key)));
  return {
    missing: planned.filter((index) => !byKey.has(indexName(index.key))),
    different: planned.flatMap((index) => {
      const found = byKey.get(indexName(index.key));
      return found && options(found) !== options(index) ? [found.name ?? indexName(found.key)] : [];
    }),
    extra: others
      .filter((index) => !wanted.has(indexName(index.key)))
      .map((index) => index.name ?? indexName(index.key)),
  };
}

/** Options in one comparable form; false and absent are the same. */
function options(index: ExistingIndex | PlannedIndex): string {
  return JSON.stringify([
    Boolean(index.unique),
    Boolean(index.sparse),
    sorted(index.partialFilterExpression ?? {}),
    index.expireAfterSeconds ?? null,
  ]);
}

/** Objects become sorted lists of pairs: a server may give fields back in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, inner]) => [field, sorted(inner)]);
}
