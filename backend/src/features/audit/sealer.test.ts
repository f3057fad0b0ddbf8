import { setTimeout as sleep } from 'node:timers/promises';
import { makeMetrics } from '../../platform/metrics';
import { startTestApp, type TestApp, testCounty } from '../../testing/test-app';
import { auditSealer } from '.';
import { auditModels } from './audit.model';

jest.setTimeout(30_000);

let app: TestApp;
beforeAll(async () => {
  // the server's own sealer would take turns with those under test
  app = await startTestApp({ openFeatures: async () => [] });
  await app.app.stop();
});
afterAll(() => app.close());

let inside = 0;
let most = 0;
const sealed: string[] = [];

/** A sealer whose anchor is slow, so that two at work would be seen. */
function aSealer(name: string, leaseMs?: number) {
  return auditSealer({
    connection: app.connection,
    key: app.master.derive('audit-chain'),
    anchors: {
      ...app.anchors,
      async write(anchor) {
        inside += 1;
        most = Math.max(most, inside);
        sealed.push(name);
        await sleep(20);
        await app.anchors.write(anchor);
        inside -= 1;
      },
    },
    counties: [testCounty],
    now: app.clock.now,
    log: app.deps.log,
    metrics: makeMetrics(),
    ...(leaseMs === undefined ? {} : { leaseMs }),
  });
}

async function someLooks(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await app.deps.audit.record({
      id: app.anId(),
      county: testCounty,
      kind: 'household',
      record: app.anId(),
      who: app.anId(),
      role: 'GRID_WORKER',
      did: 'reveal',
      why: 'CALL',
      at: app.clock.now(),
    });
  }
}

beforeEach(async () => {
  most = 0;
  sealed.length = 0;
  await auditModels(app.connection).leases.deleteMany({});
});

test('when four processes take turns, one seals and the chain is whole', async () => {
  const sealers = ['a', 'b', 'c', 'd'].map((name) => aSealer(name));
  for (let round = 0; round < 5; round++) {
    await someLooks(3);
    await Promise.all(sealers.map((sealer) => sealer.takeTurn()));
  }
  expect(most).toBe(1);
  expect(new Set(sealed).size).toBe(1);
  expect(await app.deps.audit.verify(testCounty)).toMatchObject({ whole: true });
});

test('when the one who seals stops, the next turn is another’s', async () => {
  const [first, second] = [aSealer('first'), aSealer('second')];
  await someLooks(1);
  await first.takeTurn();
  await first.stop();
  await someLooks(1);
  await second.takeTurn();
  expect(sealed).toEqual(['first', 'second']);
});

test('when the one who seals dies without a word, another takes over after the lease, not before', async () => {
  const [dead, heir] = [aSealer('dead', 800), aSealer('heir', 800)];
  await someLooks(1);
  await dead.takeTurn();
  await someLooks(1);
  await heir.takeTurn();
  expect(sealed).toEqual(['dead']);
  await sleep(900);
  await heir.takeTurn();
  expect(sealed).toEqual(['dead', 'heir']);
  expect(await app.deps.audit.verify(testCounty)).toMatchObject({ whole: true });
});

test('when one is held up behind its lease, the batch’s own name keeps the chain whole', async () => {
  const [late, other] = [aSealer('late'), aSealer('other')];
  await someLooks(4);
  const results = await Promise.allSettled([late.sealNow(testCounty), other.sealNow(testCounty)]);
  expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await app.deps.audit.verify(testCounty)).toMatchObject({ whole: true });
});
