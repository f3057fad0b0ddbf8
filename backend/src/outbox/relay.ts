import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Clock } from '../platform/clock';
import { followNews } from '../platform/database';
import { inLanes } from '../platform/in-lanes';
import { outboxCollections } from './collections';
import { type DeliveryLimits, deliverDue, type EntryHandlers } from './deliver';
import { dueCollections } from './due-collections';
import type { ParkedEntry } from './entry';
import { acknowledge, keepLease, leaseDue } from './lease';
import { type OutboxRecords, outboxRecords } from './records';

export interface RelayOptions {
  readonly connection: Connection;
  readonly handlers: EntryHandlers;
  /** Business time: what is due. Leases go by the database's clock. */
  readonly now: Clock;
  /** Told of every error that is not a handler's: the database is away, mostly. */
  readonly onError: (error: unknown) => void;
  /** Told of an entry that failed for good and waits for a person. */
  readonly onParked?: (record: string, entry: ParkedEntry) => void;
  readonly collections?: readonly string[];
  readonly limits?: Partial<RelayLimits>;
}

interface RelayLimits extends DeliveryLimits {
  /** Documents taken at once. */
  readonly batch: number;
  /** Documents delivered beside one another. */
  readonly width: number;
  /** So long after its relay was last heard of, a batch may be taken by somebody else. Milliseconds. */
  readonly leaseMs: number;
  /** Timers and lost wake-ups are found this often. Milliseconds. */
  readonly sweepMs: number;
}

/** Measured: batches of 50 drained twelve times what one document at a time did (handbook 5). */
const usual: RelayLimits = {
  batch: 50,
  width: 10,
  // short, because what a killed relay had taken waits for its end; whoever lives renews it
  leaseMs: 3_000,
  sweepMs: 1_000,
  attempts: 10,
  deliverMs: 10_000,
  firstPauseMs: 1_000,
  longestPauseMs: 10 * 60_000,
};

export interface Relay {
  /** Looks now rather than at the next sweep. */
  wake(): void;
  /** Takes no more, waits for what is being delivered and acknowledges it. */
  stop(): Promise<void>;
}

/** Starts delivering what the listed collections have in their outboxes. Any number may run beside one another. */
export function startRelay(options: RelayOptions): Relay {
  const { connection, collections = outboxCollections, onError } = options;
  const limits = { ...usual, ...options.limits };
  // where something was written, the longest waiting first; a look at every collection for each write anywhere made
  // most of the queries of a busy server
  const news = new Set<string>(collections);
  let sweptAt = performance.now();
  let running = true;
  let rouse: () => void = () => undefined;
  const rest = (ms: number) => pause(ms, (awake) => (rouse = awake));
  const untilSweep = () => Math.max(0, sweptAt + limits.sweepMs - performance.now());
  const wake = (names: readonly string[]) => {
    for (const name of names) news.add(name);
    rouse();
  };
  /** Finds what no write announces: a timer that has become due, a wake-up that was lost. */
  async function sweep(): Promise<void> {
    sweptAt = performance.now();
    for (const name of await dueCollections(connection, collections, options.now())) news.add(name);
  }
  async function step(): Promise<void> {
    if (untilSweep() === 0) await sweep();
    const [name] = news;
    // it may have been stopped during the sweep
    if (name === undefined) return running ? rest(untilSweep()) : undefined;
    news.delete(name);
    const taken = await deliverBatch(outboxRecords(connection, name), { ...options, limits });
    // there may be more
    if (taken > 0) news.add(name);
  }
  async function work(): Promise<void> {
    while (running) {
      try {
        await step();
      } catch (error) {
        onError(error);
        // the database is away, mostly
        if (running) await rest(limits.sweepMs);
      }
    }
  }
  // a hint only: what no stream has told, the sweep finds
  const unfollow = followNews({
    ...{ connection, collections },
    begin() {
      wake(collections);
      return ({ collection }) => wake([collection]);
    },
  });
  const ended = work();
  return {
    wake: () => wake(collections),
    async stop() {
      running = false;
      rouse();
      await Promise.all([ended, unfollow()]);
    },
  };
}

function pause(ms: number, onSleep: (awake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    onSleep(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Leases, delivers and acknowledges one batch; the whole of the relay's work on one collection.
 * @returns how many documents it took
 */
export async function deliverBatch(
  records: OutboxRecords,
  { handlers, now, limits: wanted, onParked }: Pick<RelayOptions, 'handlers' | 'now' | 'limits' | 'onParked'>,
): Promise<number> {
  const limits = { ...usual, ...wanted };
  const mark = randomUUID();
  const at = now();
  const documents = await leaseDue(records, { now: at, mark, batch: limits.batch, leaseMs: limits.leaseMs });
  const how = { handlers, limits, now: at, collection: records.collectionName, random: Math.random };
  const release = keepLease(records, mark, documents, limits.leaseMs);
  const outcomes = await inLanes(documents, limits.width, async (document) => ({
    document,
    outcome: await deliverDue(document, how),
  })).finally(release);
  await acknowledge(records, mark, outcomes);
  for (const { document, outcome } of outcomes) for (const entry of outcome.parked) onParked?.(document._id, entry);
  return documents.length;
}
