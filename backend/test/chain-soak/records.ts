import type { OutboxEntry } from '../../src/outbox';
import type { TestApp } from '../../src/testing/test-app';

/** A record as it is stored, as far as the laws look at it. */
export interface Stored {
  readonly _id: string;
  readonly kind: string;
  readonly variant?: string;
  readonly state: string;
  readonly revision: number;
  readonly area?: string;
  readonly about?: string;
  readonly household?: string;
  readonly dueAt?: Date;
  readonly createdAt?: Date;
  readonly assignment?: { readonly assignee?: string };
  readonly outbox?: readonly OutboxEntry[];
  readonly parked?: readonly unknown[];
  readonly history: readonly { readonly opId: string; readonly action: string; readonly recordedAt: Date }[];
  // biome-ignore lint/suspicious/noExplicitAny: details of a dozen kinds; each law reads what its kind has
  readonly detail: any;
  readonly seats?: readonly { readonly task: string }[];
}

/** Where the chain leaves records. */
export const collections = [
  ...['returnees', 'tasks', 'episodes', 'transfers', 'codeRequests', 'investigations', 'refusals', 'rooms', 'fleet'],
  'doorSensors',
] as const;

/** Everything of the chain at one moment, by kind; vehicles and drivers as FLEET. */
export interface Snapshot {
  readonly at: Date;
  of(kind: string): readonly Stored[];
}

export async function snapshotOf({ connection }: TestApp, at: Date): Promise<Snapshot> {
  const found = await Promise.all(
    collections.map((name) => connection.collection<{ _id: string }>(name).find({}).toArray()),
  );
  return snapshot(found.flat() as unknown as Stored[], at); // documents of ours
}

export function snapshot(records: readonly Stored[], at: Date): Snapshot {
  const byKind = new Map<string, Stored[]>();
  for (const one of records) {
    const kind = one.kind ?? 'FLEET';
    const list = byKind.get(kind) ?? [];
    list.push(one);
    byKind.set(kind, list);
  }
  return { at, of: (kind) => byKind.get(kind) ?? [] };
}
