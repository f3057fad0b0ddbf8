import type { Connection, mongo } from 'mongoose';
import {
  compareIndexes,
  type ExistingIndex,
  type IndexDrift,
  type IndexPlan,
  indexName,
  type PlannedIndex,
} from './index-plan';

/** Index names as `collection.name`. The plan holds exactly when `missing`, `different` and `extra` are empty. */
export interface IndexReport {
  readonly created: readonly string[];
  readonly missing: readonly string[];
  readonly different: readonly string[];
  readonly extra: readonly string[];
}

/** The server's code for "this collection does not exist yet". */
const namespaceNotFound = 26;

/** Compares without changing anything. */
export async function checkIndexes(connection: Connection, plans: readonly IndexPlan[]): Promise<IndexReport> {
  const drifts = await driftOf(connection, plans);
  return report(drifts, []);
}

/**
 * Creates what is missing and names what is different or extra, without dropping or rebuilding anything: that is a
 * person's decision. Repeatable, and safe when several processes run it at once.
 */
export async function ensureIndexes(connection: Connection, plans: readonly IndexPlan[]): Promise<IndexReport> {
  const drifts = await driftOf(connection, plans);
  const created: string[] = [];
  for (const { collection, drift } of drifts) {
    if (drift.missing.length > 0) created.push(...(await create(connection, collection, drift.missing)));
  }
  return report(
    drifts.map(({ collection, drift }) => ({ collection, drift: { ...drift, missing: [] } })),
    created,
  );
}

/** True when the database has what the plan says; extra indexes are no reason to refuse requests. */
export function isComplete(found: IndexReport): boolean {
  return found.missing.length === 0 && found.different.length === 0;
}

interface CollectionDrift {
  readonly collection: string;
  readonly drift: IndexDrift;
}

function driftOf(connection: Connection, plans: readonly IndexPlan[]): Promise<CollectionDrift[]> {
  return Promise.all(
    merged(plans).map(async ({ collection, indexes }) => ({
      collection,
      drift: compareIndexes(indexes, await existing(connection, collection)),
    })),
  );
}

/** Two features may share a collection; what is planned twice is planned once. */
function merged(plans: readonly IndexPlan[]): IndexPlan[] {
  const byCollection = new Map<string, Map<string, PlannedIndex>>();
  for (const { collection, indexes } of plans) {
    const known = byCollection.get(collection) ?? new Map<string, PlannedIndex>();
    for (const index of indexes) known.set(indexName(index.key), index);
    byCollection.set(collection, known);
  }
  return [...byCollection].map(([collection, indexes]) => ({ collection, indexes: [...indexes.values()] }));
}

async function existing(connection: Connection, collection: string): Promise<ExistingIndex[]> {
  try {
    return await connection.collection(collection).listIndexes().toArray();
  } catch (error) {
    if (typeof error === 'object' && error && 'code' in error && error.code === namespaceNotFound) return [];
    throw error;
  }
}

/** All that a collection lacks in one command, so that its documents are read once. */
async function create(
  connection: Connection,
  collection: string,
  indexes: readonly PlannedIndex[],
): Promise<readonly string[]> {
  // the driver wants mutable keys and filters; ours are read-only and are not changed by it
  const wanted = indexes.map(({ key, ...options }) => ({ ...options, key: { ...key } }) as mongo.IndexDescription);
  const names = await connection.collection(collection).createIndexes(wanted);
  return names.map((name) => `${collection}.${name}`);
}

function report(drifts: readonly CollectionDrift[], created: readonly string[]): IndexReport {
  const named = (pick: (drift: IndexDrift) => readonly string[]) =>
    drifts.flatMap(({ collection, drift }) => pick(drift).map((name) => `${collection}.${name}`));
  return {
    created,
    missing: named((drift) => drift.missing.map((index) => indexName(index.key))),
    different: named((drift) => drift.different),
    extra: named((drift) => drift.extra),
  };
}
