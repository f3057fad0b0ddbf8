import { pino } from 'pino';
import { areaRepository } from '../features/areas';
import { householdRepository } from '../features/households';
import { openIdentity } from '../features/identity';
import { policyRepository } from '../features/policies';
import { shopRepository } from '../features/shops';
import { fleet } from '../features/transfers';
import { volunteerRepository } from '../features/volunteers';
import { connectBeside } from '../platform/database';
import { fieldVault, masterKey } from '../platform/encryption';
import { idSource } from '../platform/ids';
import { smsSender } from '../platform/sms';
import { wechat } from '../platform/wechat';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { demoPeople, sampleCounty } from '.';
import { type StoreDeps, storeCounty } from './store-county';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2022-04-18T02:00:00Z');

/** Where the deps of the product are put together for one database. */
function partsOn(connection: TestDatabase['connection']) {
  const log = pino({ level: 'silent' });
  const master = masterKey(Buffer.alloc(32, 9));
  const vault = fieldVault(connection, master, () => now);
  const identity = openIdentity({
    connection,
    vault,
    master,
    log,
    now: () => now,
    ids: idSource(),
    county: '141122',
    demo: true,
    sms: smsSender(undefined, log),
    wechat: wechat({ baseUrl: 'http://127.0.0.1:1', credentials: undefined }, log),
    traitsOf: async () => ({ skills: [], ppe: 0 }),
  });
  const deps = {
    areas: areaRepository(connection),
    shops: shopRepository(connection),
    identity: identity.service,
    households: householdRepository(connection, vault),
    volunteers: volunteerRepository(connection),
    policies: policyRepository(connection),
    fleet: fleet(connection),
    reportReturnee: async () => undefined,
    inQuarantine: { connection, vault },
    progress: () => undefined,
  };
  return { deps, identity };
}

/** Everything stored, opened where it is sealed, in one order: keys differ from database to database, this does not. */
async function everythingIn(connection: TestDatabase['connection']) {
  const { deps, identity } = partsOn(connection);
  const rows = (name: string) => connection.collection<Row>(name).find().sort({ _id: 1 }).toArray();
  const idsOf = (some: readonly Row[]) => some.map(({ _id }) => _id);
  const [households, people, accounts] = [await rows('households'), await rows('people'), await rows('accounts')];
  const sealed = ['contactName', 'phone', 'address', 'facts'];
  return {
    plain: households.map((row) => Object.entries(row).filter(([field]) => !sealed.includes(field))),
    opened: sortById(await deps.households.open('141122', idsOf(households)), '_id'),
    people: sortById([...(await identity.service.open('141122', idsOf(people))).values()], 'id'),
    owners: (await rows('owners')).map(({ person }) => person).sort(),
    accounts: accounts.map(({ changedAt: _machineTime, ...account }) => account),
    rest: [await rows('areas'), await rows('shops'), await rows('volunteers'), await rows('demo_rosters')],
  };
}

type Row = { readonly _id: string } & Record<string, unknown>;

function sortById<K extends string, T extends Record<K, string>>(rows: readonly T[], key: K): T[] {
  return [...rows].sort((a, b) => (a[key] < b[key] ? -1 : 1));
}

test('when one seed number is stored in two databases, in batches and one by one, they hold the same', async () => {
  const other = await openBeside();
  try {
    const sample = () => sampleCounty({ size: 'small', seed: 4, now });
    await storeCounty(partsOn(database.connection).deps, sample(), now);
    const { deps } = partsOn(other);
    await storeCounty(oneByOne(deps), sample(), now);
    const [batched, single] = [await everythingIn(database.connection), await everythingIn(other)];
    expect(batched.opened).toHaveLength(202);
    expect(batched).toEqual(single);
  } finally {
    await other.dropDatabase();
    await other.close();
    await database.connection.dropDatabase();
  }
}, 60_000);

/** A database of its own beside the file's. */
function openBeside(): Promise<TestDatabase['connection']> {
  const server = process.env.GRID_RELIEF_TEST_URI;
  if (!server) throw new Error('GRID_RELIEF_TEST_URI is not set');
  return connectBeside(server, { dbName: `${database.name}-beside` });
}

/** The same deps, writing one record after another. */
function oneByOne(deps: StoreDeps): StoreDeps {
  return {
    ...deps,
    households: {
      ...deps.households,
      saveMany: async (many, at) => {
        for (const one of many) await deps.households.save(one, at);
      },
    },
    identity: {
      registerMany: async (many, at) => {
        const ids: string[] = [];
        for (const one of many) ids.push(...(await deps.identity.registerMany([one], at)));
        return ids;
      },
    },
  };
}

test('when the small county is stored twice, it is there once, nothing personal is readable, and the story holds', async () => {
  const { connection } = database;
  const { deps, identity } = partsOn(connection);
  const counts = () =>
    Promise.all(
      ['areas', 'shops', 'people', 'accounts', 'households', 'volunteers'].map((name) =>
        connection.collection(name).countDocuments(),
      ),
    );
  await storeCounty(deps, sampleCounty({ size: 'small', seed: 1, now }), now);
  const first = await counts();
  expect(first).toEqual([17, 9, 257, 257, 202, 24]);
  const rooms = () =>
    connection
      .collection('rooms')
      .aggregate([{ $sortByCount: '$state' }])
      .toArray();
  expect(await connection.collection('sites').countDocuments()).toBe(2);
  const roomsAtFirst = await rooms();
  await storeCounty(deps, sampleCounty({ size: 'small', seed: 1, now: new Date(now.getTime() + 86_400_000) }), now);
  expect(await counts()).toEqual(first);
  expect(await rooms()).toEqual(roomsAtFirst);

  const text = JSON.stringify([
    await connection.collection('households').find().toArray(),
    await connection.collection('people').find().toArray(),
  ]);
  expect(/[\u4e00-\u9fff]|1000000[0-9]{4}/.test(text)).toBe(false);

  const owners = await Promise.all(demoPeople.map(({ phone }) => identity.deps.people.ownerOf('phone', phone)));
  expect(owners.every((owner) => owner !== undefined)).toBe(true);
  const [elder, daughter] = await Promise.all(owners.slice(0, 2).map((owner) => identity.service.actorOf(owner ?? '')));
  expect(elder?.ownHouseholds).toHaveLength(1);
  expect(daughter?.proxyHouseholds).toEqual(elder?.ownHouseholds);
  // of 24 volunteers those of the running shift are on duty until it ends
  const duties = await connection.collection<{ duty: object }>('volunteers').find({ 'duty.on': true }).toArray();
  expect(duties.length).toBeGreaterThanOrEqual(12);
  for (const { duty } of duties) expect(duty).toMatchObject({ until: new Date('2022-04-18T04:00:00Z') });
  const leader = await identity.service.actorOf(owners[25] ?? '');
  expect(leader).toMatchObject({ grants: [{ role: 'SHIFT_LEADER' }] });
  const [post] = await deps.households.open('141122', leader?.ownHouseholds ?? []);
  expect(post?.post).toEqual({ name: '卦山核酸采样点' });
}, 60_000);
