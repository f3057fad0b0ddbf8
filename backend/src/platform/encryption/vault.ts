import { dayOf } from '@grid-relief/shared-types/primitives/instants';
import type { Connection } from 'mongoose';
import type { Clock } from '../clock';
import {
  type DataKey,
  type DataKeyRepository,
  dataKeyRepository,
  type KeyScope,
  type Purpose,
} from './data-key.repository';
import { type FieldCipher, fieldCipher } from './field-cipher';
import type { MasterKey } from './master-key';

/** Personal fields, sealed by county and purpose (handbook 8). */
export interface FieldVault {
  /** The cipher of one county and purpose; makes the keys when there are none. At most a second old. */
  of(county: string, purpose: Purpose): Promise<FieldCipher>;
  /** Begins a new key for what is written from now on; what is there stays readable, look-up asks for both. */
  rotate(county: string, purpose: Purpose): Promise<void>;
  /** Makes everything sealed for this purpose unreadable, at once and for ever; with `period` (YYYY-MM), of that month. */
  destroy(county: string, purpose: Purpose, period?: string): Promise<void>;
}

/** Other processes learn of new and destroyed keys within this time, in milliseconds of the machine's own clock. */
const freshMs = 1_000;
/** A rotated key rests this long before it is used, so that every process can read what it seals. */
const restMs = 5_000;
const allPeriods = 'all';

interface Cached {
  readonly cipher: FieldCipher;
  readonly readAt: number;
  /** By the clock that says which keys may be used. */
  readonly usableAt: Date;
}

/** Opens the vault on a database. `master` wraps the keys that are stored there. */
export function fieldVault(connection: Connection, master: MasterKey, now: Clock): FieldVault {
  const keys = dataKeyRepository(connection, master.derive('wrap-data-keys'));
  const cache = new Map<string, Cached>();
  const loading = new Map<string, Promise<FieldCipher>>();

  async function load(scope: KeyScope, name: string): Promise<FieldCipher> {
    const usableAt = now();
    const cipher = fieldCipher(await keysFor(keys, scope, usableAt), now);
    cache.set(name, { cipher, readAt: performance.now(), usableAt });
    return cipher;
  }

  /** Read within the second, and by a clock that was not put back since: before its own time no key may be used. */
  const isFresh = ({ readAt, usableAt }: Cached) => performance.now() - readAt < freshMs && usableAt <= now();

  function reload(scope: KeyScope): Promise<FieldCipher> {
    const name = nameOf(scope);
    const running = loading.get(name);
    if (running) return running;
    const started = load(scope, name).finally(() => loading.delete(name));
    loading.set(name, started);
    return started;
  }

  return {
    async of(county, purpose) {
      const scope = { county, purpose };
      const known = cache.get(nameOf(scope));
      return known && isFresh(known) ? known.cipher : reload(scope);
    },
    async rotate(county, purpose) {
      const scope = { county, purpose };
      const usableFrom = new Date(now().getTime() + restMs);
      const present = await keysFor(keys, scope, now());
      for (const [use, period] of [
        ['field', monthOf(now())],
        ['index', allPeriods],
      ] as const) {
        await keys.add(scope, { use, period, version: lastVersion(present, use, period) + 1, usableFrom });
      }
      cache.delete(nameOf(scope));
    },
    async destroy(county, purpose, period) {
      await keys.destroy({ county, purpose }, now(), period);
      cache.delete(nameOf({ county, purpose }));
    },
  };
}

function nameOf({ county, purpose }: KeyScope): string {
  return `${county}:${purpose}`;
}

/** Field keys change by the month, so that one month's data can end by itself. */
function monthOf(at: Date): string {
  return dayOf(at).slice(0, 7);
}

function lastVersion(keys: readonly DataKey[], use: DataKey['use'], period: string): number {
  return Math.max(0, ...keys.filter((key) => key.use === use && key.period === period).map(({ version }) => version));
}

/** All keys of a scope, after making those that this moment needs. */
async function keysFor(keys: DataKeyRepository, scope: KeyScope, at: Date): Promise<DataKey[]> {
  const present = await keys.all(scope);
  const needed = (
    [
      ['field', monthOf(at)],
      ['index', allPeriods],
    ] as const
  ).filter(
    ([use, period]) =>
      !present.some((key) => key.use === use && key.period === period && key.key && key.usableFrom <= at),
  );
  if (needed.length === 0) return present;
  for (const [use, period] of needed) {
    await keys.add(scope, { use, period, version: lastVersion(present, use, period) + 1, usableFrom: at });
  }
  return keys.all(scope);
}
