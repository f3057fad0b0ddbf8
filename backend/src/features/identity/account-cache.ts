import type { Logger } from '../../platform/logger';
import type { AccountRepository } from './account.repository';
import type { AccountRecord } from './identity.record';

/** Other processes' changes are asked for so often; a blocked account is out well within a second. */
const pollMs = 400;
/** Machines' clocks may differ by this much. Also covers a read that was under way during a change. */
const overlapMs = 5_000;
/** Without news for so long, memory counts no more and the database is asked on each request (handbook 7). */
const trustMs = 3_000;
const mostAccounts = 50_000;

export interface AccountCache {
  get(person: string, atLeastVersion?: number): Promise<AccountRecord | undefined>;
  /** Takes in what this process has just written. */
  put(account: AccountRecord): void;
  /** Calls back when an account changed, for open sockets. Returns the way to stop. */
  onChange(listener: (account: AccountRecord) => void): () => void;
  start(): void;
  stop(): Promise<void>;
}

/** Accounts in memory, so that a request costs no question to the database. */
export function accountCache(
  accounts: Pick<AccountRepository, 'find' | 'changedSince'>,
  machineNow: () => Date,
  log: Logger,
): AccountCache {
  const known = new Map<string, AccountRecord>();
  const listeners = new Set<(account: AccountRecord) => void>();
  // nothing is in memory yet, and the first poll asks from before now on: what is read meanwhile can be trusted
  let heardAt = performance.now();
  let since = new Date(machineNow().getTime() - overlapMs);
  let timer: NodeJS.Timeout | undefined;
  let polling: Promise<void> = Promise.resolve();
  let isRunning = false;

  function put(account: AccountRecord): void {
    const before = known.get(account._id);
    if (before && before.version > account.version) return;
    if (!before && known.size >= mostAccounts) evictOldest();
    known.set(account._id, account);
    if (before && before.version < account.version) for (const listener of listeners) listener(account);
  }

  function evictOldest(): void {
    const [first] = known.keys();
    if (first !== undefined) known.delete(first);
  }

  async function poll(): Promise<void> {
    const asked = performance.now();
    const next = new Date(machineNow().getTime() - overlapMs);
    try {
      const changed = await accounts.changedSince(since);
      for (const account of changed) if (known.has(account._id)) put(account);
      since = next;
      heardAt = asked;
    } catch (error) {
      log.warn({ err: error }, 'grants could not be refreshed');
    }
  }

  function again(): void {
    timer = setTimeout(() => {
      polling = poll().then(() => {
        if (isRunning) again();
      });
    }, pollMs);
    timer.unref();
  }

  return {
    put,
    async get(person, atLeastVersion = 0) {
      const inMemory = known.get(person);
      const isTrusted = performance.now() - heardAt < trustMs;
      if (inMemory && isTrusted && inMemory.version >= atLeastVersion) return inMemory;
      const read = await accounts.find(person);
      if (!read) return undefined;
      put(read);
      return known.get(person) ?? read;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      isRunning = true;
      again();
    },
    async stop() {
      isRunning = false;
      clearTimeout(timer);
      await polling;
    },
  };
}
