import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Collection, Connection } from 'mongoose';
import { connectBeside } from '../platform/database';
import { openTestDatabase, type TestDatabase } from '../testing/test-database';
import { act, beginRecord, type PersonActor, recordsIn, type Tracked } from '.';
import { crate, operation, person } from './crate.fixture';
import { type LossyProxy, lossyProxy } from './lossy-proxy.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const county = '141122';
const area = areaId('141122100201');
const now = new Date('2022-04-18T01:00:00Z');
const volunteers = Array.from({ length: 64 }, (_, i) => person(i + 1));

const crates = (): Collection => database.connection.collection('crates');

async function saved(): Promise<string> {
  const _id = operation();
  const begun = beginRecord({ _id, county, kind: 'crate', state: 'OPEN', area, scope: scopeOf(area) }, [], now);
  await recordsIn(crates()).insertOne(begun);
  return _id;
}

type Claim = (id: string, actor: PersonActor, opId: string) => Promise<unknown>;

const claimIn =
  (collection: Collection): Claim =>
  (id, actor, opId) =>
    act({
      ...{ collection, machine: crate, action: 'claim', id, actor, opId, now, visible: () => true },
      set: { 'assignment.assignee': actor.personId },
    });

/** PLANTED FAULT: reads, decides in memory, then saves. */
const readThenSave: Claim = async (id, actor) => {
  const records = recordsIn(crates());
  const found = await records.findOne({ _id: id });
  if (found?.state !== 'OPEN') throw new Error('refused');
  await records.updateOne({ _id: id }, { $set: { state: 'HELD', 'assignment.assignee': actor.personId } });
};

/** How many people were told that they hold a crate which they do not hold alone. */
async function doubleHolders(claim: Claim): Promise<number> {
  const id = await saved();
  const answers = await Promise.allSettled(volunteers.map((actor) => claim(id, actor, operation())));
  return answers.filter(({ status }) => status === 'fulfilled').length - 1;
}

describe('when 64 people claim one record at once', () => {
  test('one holds it and 63 are told that somebody was faster', async () => {
    for (let round = 0; round < 5; round++) expect(await doubleHolders(claimIn(crates()))).toBe(0);
  });

  test('control: reading first and saving later gives it to several', async () => {
    let violations = 0;
    for (let round = 0; round < 5; round++) violations += await doubleHolders(readThenSave);
    expect(violations).toBeGreaterThan(0);
  });
});

describe('when replies are lost on the way back from the database', () => {
  let proxy: LossyProxy;
  let beside: Connection;
  let draws = 0;

  beforeAll(async () => {
    const address = new URL(database.uri);
    // every third reply or so, in an order that is the same in every run
    const port = Number(address.port);
    proxy = await lossyProxy(
      () => port,
      () => ((draws++ * 7919) % 1000) / 1000,
    );
    address.port = String(proxy.port);
    beside = await connectBeside(address.toString(), { maxPoolSize: 4, serverSelectionTimeoutMs: 1_000 });
  });
  afterAll(async () => {
    await beside.close();
    await proxy.close();
  });

  type Note = (id: string, opId: string) => Promise<unknown>;
  const viaAct: Note = async (id, opId) => {
    const actor = { ...person(1), ownHouseholds: [] };
    const request = { machine: crate, action: 'claim', id, actor, opId, now, visible: () => true } as const;
    await act({ ...request, collection: beside.collection('crates'), inc: { 'detail.effects': 1 } });
  };
  /** PLANTED FAULT: repeats after an error without asking whether the first attempt had landed. */
  const withoutOpId: Note = async (id) => {
    const write = () =>
      recordsIn(beside.collection('crates')).updateOne(
        { _id: id },
        { $inc: { 'detail.effects': 1 } },
        { comment: 'x' },
      );
    await write().catch(write).catch(write).catch(write);
  };

  /** Records of which an acknowledged operation has left no effect, or more than one. */
  async function wrongEffects(note: Note): Promise<number> {
    let wrong = 0;
    for (let i = 0; i < 40; i++) {
      const id = await saved();
      proxy.setLoss(0.3);
      const answer = await note(id, operation()).then(
        () => 'done',
        () => 'unknown',
      );
      proxy.setLoss(0);
      const stored = await recordsIn<Tracked & { detail?: { effects: number } }>(crates()).findOne({ _id: id });
      const effects = stored?.detail?.effects ?? 0;
      if (effects > 1 || (answer === 'done' && effects !== 1)) wrong++;
    }
    return wrong;
  }

  test('every operation has exactly one effect', async () => {
    expect(await wrongEffects(viaAct)).toBe(0);
    expect(proxy.lost()).toBeGreaterThan(5);
  }, 60_000);

  test('control: repeating without the operation id has two effects somewhere', async () => {
    expect(await wrongEffects(withoutOpId)).toBeGreaterThan(0);
  }, 60_000);

  test('silence is answered with outcome-unknown after five seconds, never with failure; a later repeat tells', async () => {
    const id = await saved();
    const opId = operation();
    proxy.setSilent(true);
    const before = performance.now();
    const request = { machine: crate, action: 'claim', id, actor: person(1), opId, now, visible: () => true } as const;
    await expect(act({ ...request, collection: beside.collection('crates') })).rejects.toMatchObject({
      type: 'outcome-unknown',
      extras: { retryAfterSeconds: 5 },
    });
    expect(performance.now() - before).toBeLessThan(7_000);
    proxy.setSilent(false);
    await expect(act({ ...request, collection: crates() })).resolves.toMatchObject({ repeated: true });
  }, 20_000);
});
