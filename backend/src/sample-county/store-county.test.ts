import { pino } from 'pino';
import { areaRepository } from '../features/areas';
import { householdRepository } from '../features/households';
import { openIdentity } from '../features/identity';
import { shopRepository } from '../features/shops';
import { volunteerRepository } from '../features/volunteers';
import { fieldVault, masterKey } from '../platform/encryption';
import { idSource } from '../platform/ids';
import { smsSender } from '../platform/sms';
import { wechat } from '../platform/wechat';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { demoPeople, sampleCounty } from '.';
import { storeCounty } from './store-county';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const now = new Date('2022-04-18T02:00:00Z');

test('when the small county is stored twice, it is there once, nothing personal is readable, and the story holds', async () => {
  const { connection } = database;
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
  const households = householdRepository(connection, vault);
  const deps = {
    areas: areaRepository(connection),
    shops: shopRepository(connection),
    identity: identity.service,
    households,
    volunteers: volunteerRepository(connection),
    progress: () => undefined,
  };
  const counts = () =>
    Promise.all(
      ['areas', 'shops', 'people', 'accounts', 'households', 'volunteers'].map((name) =>
        connection.collection(name).countDocuments(),
      ),
    );
  await storeCounty(deps, sampleCounty({ size: 'small', seed: 1, now }), now);
  const first = await counts();
  expect(first).toEqual([expect.any(Number), 9, expect.any(Number), expect.any(Number), 200, 24]);
  await storeCounty(deps, sampleCounty({ size: 'small', seed: 1, now: new Date(now.getTime() + 86_400_000) }), now);
  expect(await counts()).toEqual(first);

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
}, 60_000);
