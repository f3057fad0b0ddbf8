import { setImmediate as others } from 'node:timers/promises';
import { type AreaId, areaId } from '@grid-relief/shared-types/primitives/areas';
import { systemClock } from '../../platform/clock';
import { ensureIndexes } from '../../platform/database';
import { makeLogger } from '../../platform/logger';
import { openTestDatabase, type TestDatabase } from '../../testing/test-database';
import { accountRepository } from './account.repository';
import { type AccountCache, accountCache } from './account-cache';
import { holdersInMemory } from './holders';
import { identityIndexes } from './identity.model';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureIndexes(database.connection, identityIndexes);
});
afterAll(() => database.close());

const county = '141122';
const grid = '141122100201-g01';
/** More than one reading answers. */
const residents = 2_500;

const account = (_id: string, role: string, area: string) => ({
  ...{ _id: _id as never, county, blocked: false, version: 0, households: [], changedAt: new Date(0) },
  grants: [{ role, area }],
});

test('whoever leads a grid is found among all who live in it, and nobody who leads elsewhere or lives there', async () => {
  const neighbours = Array.from({ length: residents }, (_, nth) => account(`a${nth}`, 'RESIDENT', grid));
  const leaders = [account('z-leader', 'GRID_LEADER', grid), account('z-other', 'GRID_LEADER', '141122100201-g02')];
  await database.connection.collection('accounts').insertMany([...neighbours, ...leaders]);
  const found = await accountRepository(database.connection, () => new Date(0)).grantedIn(county, 'GRID_LEADER', [
    grid,
  ]);
  expect(found.map(({ _id }) => _id)).toEqual(['z-leader']);
});

describe('who holds a role is kept in memory', () => {
  const elsewhere = areaId('141122100201-g07');
  const now = new Date('2022-04-18T00:00:00Z');
  let cache: AccountCache | undefined;
  afterEach(() => cache?.stop());

  /** One process: its memory, and how often it has asked the database. */
  function aProcess(during: () => void = () => undefined) {
    const accounts = accountRepository(database.connection, systemClock);
    cache = accountCache(accounts, systemClock, makeLogger({ level: 'silent' }));
    let asked = 0;
    const counted: Pick<typeof accounts, 'grantedIn'> = {
      grantedIn(...wanted) {
        asked += 1;
        const found = accounts.grantedIn(...wanted);
        during();
        return found;
      },
    };
    const holdersOf = holdersInMemory(counted, cache);
    const find = (area: AreaId, at = now) => holdersOf(county, 'GRID_WORKER', [area], at);
    return { accounts, cache, find, asked: () => asked };
  }
  const grant = (area: AreaId, until?: Date) => ({
    grants: [{ role: 'GRID_WORKER' as const, area, ...(until ? { until } : {}) }],
    households: [],
  });

  test('asked again, the database is not; a grant that runs out counts no more all the same', async () => {
    const { accounts, find, asked } = aProcess();
    await accounts.ensure('h1', county, grant(elsewhere, new Date('2022-04-19T00:00:00Z')));
    expect(await find(elsewhere)).toEqual(['h1']);
    expect(await find(elsewhere)).toEqual(['h1']);
    expect(await find(elsewhere, new Date('2022-04-20T00:00:00Z'))).toEqual([]);
    expect(asked()).toBe(1);
  });

  test('what this process changes counts at once', async () => {
    const place = areaId('141122100201-g08');
    const { accounts, cache: memory, find } = aProcess();
    expect(await find(place)).toEqual([]);
    memory.put(await accounts.ensure('h2', county, grant(place)));
    expect(await find(place)).toEqual(['h2']);
  });

  test('what another process changes counts within a second', async () => {
    const place = areaId('141122100201-g09');
    const { accounts, cache: memory, find } = aProcess();
    await accounts.ensure('h0', county, grant(elsewhere));
    memory.start();
    // the first poll has answered what was changed before
    while (!memory.changesHeard()) await others();
    expect(await find(place)).toEqual([]);
    await accounts.ensure('h3', county, grant(place));
    // read by a request before it is heard of
    await memory.get('h3');
    const until = async (count: number) => {
      for (const end = performance.now() + 1_000; performance.now() < end; await others()) {
        if ((await find(place)).length === count) return;
      }
    };
    await until(1);
    expect(await find(place)).toEqual(['h3']);
    await accounts.change({
      ...{ person: 'h3', county, opId: 'ended', by: 'h3', inputHash: 'x', at: now },
      set: { grants: [] },
    });
    await until(0);
    expect(await find(place)).toEqual([]);
  });

  test('what was read while something changed is not kept, also where others ask meanwhile', async () => {
    const place = areaId('141122100201-g10');
    const account = await aProcess().accounts.ensure('h4', county, grant(elsewhere));
    let beside: Promise<unknown> | undefined;
    let isFirst = true;
    const {
      find,
      asked,
      cache: memory,
    } = aProcess(() => {
      if (!isFirst) return;
      isFirst = false;
      memory.put(account);
      beside = find(elsewhere);
    });
    await find(place);
    await beside;
    await find(place);
    expect(asked()).toBe(3);
  });

  test('while nothing is heard of changes, the database is asked each time', async () => {
    let asked = 0;
    const deaf = holdersInMemory(
      {
        grantedIn: async () => {
          asked += 1;
          return [];
        },
      } as never,
      { changesHeard: () => undefined },
    );
    await deaf(county, 'GRID_WORKER', [elsewhere], now);
    await deaf(county, 'GRID_WORKER', [elsewhere], now);
    expect(asked).toBe(2);
  });
});
