import { type OutboxEntry, stillMeans, type WithOutbox } from './entry';
import { dueEntries, type Outcome } from './lease';

/** What a handler is told beside the entry. */
export interface DeliveryContext {
  readonly now: Date;
  readonly collection: string;
}

/** Delivers one kind of entry. Called at least once: its effect is named after `entry.id`, so that a second call finds it done. */
export interface EntryHandler {
  deliver(entry: OutboxEntry, document: WithOutbox, context: DeliveryContext): Promise<void>;
  /** While an entry of this kind is failing, what stands behind it in the same document waits. */
  readonly inOrder?: true;
}

export type EntryHandlers = Readonly<Record<string, EntryHandler>>;

export interface DeliveryLimits {
  /** After so many attempts an entry is parked. */
  readonly attempts: number;
  /** Longest time for one entry, in milliseconds. */
  readonly deliverMs: number;
  /** Backoff begins here and ends there, doubling, with jitter. Milliseconds. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

interface Delivering {
  readonly handlers: EntryHandlers;
  readonly limits: DeliveryLimits;
  readonly now: Date;
  readonly collection: string;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Delivers what is due in one document, in order, and says what became of it. Never throws. */
export async function deliverDue(document: WithOutbox, how: Delivering): Promise<Outcome> {
  const done: string[] = [];
  const again: { id: string; due: Date; attempts: number }[] = [];
  const parked: Outcome['parked'][number][] = [];
  const blocked = behindBlocker(document, how);
  let waiting = false;
  const keepsOrder = ({ kind }: OutboxEntry) => how.handlers[kind]?.inOrder === true;
  for (const entry of dueEntries(document, how.now, keepsOrder)) {
    const until = blocked.get(entry.id);
    if (waiting || until) {
      // it was counted when leased, but nobody tried it
      again.push({ id: entry.id, due: until ?? entry.due, attempts: entry.attempts - 1 });
      continue;
    }
    const error = await attempt(entry, document, how);
    if (error === undefined) done.push(entry.id);
    else if (entry.attempts >= how.limits.attempts) parked.push({ ...entry, parkedAt: how.now, error });
    else {
      again.push({ id: entry.id, due: nextDue(entry.attempts, how), attempts: entry.attempts });
      waiting = keepsOrder(entry);
    }
  }
  return { done, again: behind(again), parked };
}

/** Entries that stand behind one which keeps its order, has failed and is not due yet; each with the instant it waits for. */
function behindBlocker(document: WithOutbox, { handlers, now }: Delivering): Map<string, Date> {
  const failing = (entry: OutboxEntry) => entry.attempts > 0 && entry.due > now && handlers[entry.kind]?.inOrder;
  const place = document.outbox.findIndex(failing);
  const blocker = document.outbox[place];
  if (!blocker) return new Map();
  return new Map(document.outbox.slice(place + 1).map(({ id }) => [id, blocker.due]));
}

/** What waits behind a failing entry is due when that one is. */
function behind(again: readonly { id: string; due: Date; attempts: number }[]): Outcome['again'] {
  let latest = 0;
  return again.map((entry) => {
    latest = Math.max(latest, entry.due.getTime());
    return { ...entry, due: new Date(latest) };
  });
}

/** @returns the kind of error, never its text: that may name a person */
async function attempt(entry: OutboxEntry, document: WithOutbox, how: Delivering): Promise<string | undefined> {
  if (!stillMeans(entry, document)) return undefined;
  const handler = how.handlers[entry.kind];
  if (!handler) return `no handler for ${entry.kind}`;
  // counted at every lease: one that kills its process each time is parked without another try
  if (entry.attempts > how.limits.attempts) return 'never came back';
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('took too long'), how.limits.deliverMs);
  });
  try {
    const { now, collection } = how;
    const delivered = handler.deliver(entry, document, { now, collection });
    delivered.catch(() => undefined);
    return await Promise.race([delivered.then(() => undefined), tooLong]);
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown error';
  } finally {
    clearTimeout(timer);
  }
}

function nextDue(attempts: number, { limits, now, random }: Delivering): Date {
  const pause = Math.min(limits.longestPauseMs, limits.firstPauseMs * 2 ** Math.max(0, attempts - 1));
  return new Date(now.getTime() + pause * (0.5 + random() / 2));
}
