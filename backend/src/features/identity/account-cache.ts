import type { Logger } from '../../platform/logger';
import { repeatedly } from '../../platform/repeatedly';
import type { AccountRepository } from './account.repository';
import { changesHeard } from './changes-heard';
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
  /** Rises with every change of an account that is heard of, here or elsewhere; undefined: memory counts no more. */
  changesHeard(): number | undefined;
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
  const changes = changesHeard();
  const isTrusted = () => performance.now() - heardAt < trustMs;

  function remember(account: AccountRecord): void {
    const before = known.get(account._id);
    if (before && before.version > account.version) return;
    if (!before && known.size >= mostAccounts) evictOldest();
    known.set(account._id, account);
    if (!before || before.version === account.version) return;
    changes.add();
    for (const listener of listeners) listener(account);
  }

  function put(account: AccountRecord): void {
    // what it was before is not in memory: everything may be new
    if (!known.has(account._id)) changes.add();
    remember(account);
  }

  function evictOldest(): void {
    const [first] = known.keys();
    if (first !== undefined) known.delete(first);
  }

  async function poll(): Promise<void> {
    const asked = performance.now();
    const next = new Date(machineNow().getTime() - overlapMs);
    const changed = await accounts.changedSince(since);
    changes.poll(changed);
    for (const account of changed) if (known.has(account._id)) remember(account);
    since = next;
    heardAt = asked;
  }

  const onError = (error: unknown) => log.warn({ err: error }, 'grants could not be refreshed');
  const polling = repeatedly(pollMs, poll, { onError });

  return {
    put,
    changesHeard: () => (isTrusted() ? changes.count() : undefined),
    async get(person, atLeastVersion = 0) {
      const inMemory = known.get(person);
      if (inMemory && isTrusted() && inMemory.version >= atLeastVersion) return inMemory;
      const read = await accounts.find(person);
      if (!read) return undefined;
      remember(read);
      return known.get(person) ?? read;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: polling.start,
    stop: polling.stop,
  };
}
