import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { areaId, scopeOf } from '@grid-relief/shared-types/primitives/areas';
import type { Connection } from 'mongoose';
import { Problem } from '../../src/http/problem';
import {
  act,
  beginRecord,
  type LateFact,
  lateFactCollection,
  receiptOf,
  recordsIn,
  type Tracked,
} from '../../src/lifecycle';
import { crate, operation } from '../../src/lifecycle/crate.fixture';
import { type LossyProxy, lossyProxy } from '../../src/lifecycle/lossy-proxy.fixture';
import { connectBeside } from '../../src/platform/database';
import { type Engine, startEngine } from '../../src/platform/database/engine';
import { checkHistory, type LoggedOperation, type Violations } from './check-history';
import { type Doer, letLoose, seeded } from './crowd';

/** Operations of a run; GRID_RELIEF_RACE_OPS changes it, e.g. to 100000 in a night. */
const operations = Number(process.env.GRID_RELIEF_RACE_OPS ?? 20_000);
const kills = Math.max(4, Math.round(operations / 10_000));
const people = 200;
const county = '141122';
const area = areaId('141122100201');
/** One reply in so many is lost together with its connection. */
const lossEvery = 3_000;
const random = seeded(20_220_418);

let folder: string;
let engine: Engine;
let proxy: LossyProxy;
let connection: Connection;

async function start(): Promise<void> {
  const { MONGODB_URI: _notThisOne, ...env } = process.env;
  engine = await startEngine({ dataFolder: path.join(folder, 'db'), env, report: () => undefined, anyPort: true });
}

/** As a power cut: no word to the process, and what it had not written is gone. */
async function killAndRestart(): Promise<void> {
  if (engine.pid === undefined) throw new Error('an engine that was given by address cannot be killed');
  process.kill(engine.pid, 'SIGKILL');
  await engine.died;
  await engine.stop();
  await start();
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'grid-relief-race-'));
  await start();
  proxy = await lossyProxy(() => Number(new URL(engine.uri).port), random);
  const address = `mongodb://127.0.0.1:${proxy.port}/?directConnection=true`;
  connection = await connectBeside(address, { dbName: 'race', maxPoolSize: 64, serverSelectionTimeoutMs: 1_000 });
}, 60_000);

afterAll(async () => {
  await connection.close();
  await proxy.close();
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

async function someTasks(count: number): Promise<string[]> {
  const now = new Date();
  const begun = Array.from({ length: count }, () =>
    beginRecord({ _id: operation(), county, kind: 'crate', state: 'OPEN', area, scope: scopeOf(area) }, [], now),
  );
  await recordsIn(connection.collection('crates')).insertMany(begun);
  return begun.map(({ _id }) => _id);
}

const byEngine: Doer = async ({ action, task, actor, opId, holder }) => {
  const freed = action === 'giveBack' || action === 'expire';
  const { receipt } = await act({
    ...{ collection: connection.collection('crates'), machine: crate, action, id: task, opId, now: new Date() },
    actor: action === 'expire' ? { system: 'timer', county } : actor,
    reason: 'race',
    limitMinutes: null,
    ...(holder ? { set: { 'assignment.assignee': holder } } : {}),
    ...(freed ? { unset: ['assignment.assignee'] } : {}),
    visible: () => true,
  });
  return receipt;
};

/** PLANTED FAULT: reads the record, decides in memory and saves it whole. */
const byReadThenSave: Doer = async ({ action, task, actor, opId, holder }) => {
  const records = recordsIn(connection.collection('crates'));
  const found = await records.findOne({ _id: task });
  const rule = crate.actions[action];
  if (!found || !rule.from.some((state) => state === found.state)) throw new Problem('transition-not-allowed');
  const { assignee: _before, ...assignment } = found.assignment;
  const keeps = action === 'finish' ? found.assignment : assignment;
  const to = typeof rule.to === 'string' && rule.to !== 'SAME' ? rule.to : found.state;
  const revision = found.revision + 1;
  const at = new Date();
  const entry = {
    action,
    from: found.state,
    to,
    by: actor.personId,
    role: 'VOLUNTEER',
    occurredAt: at,
    recordedAt: at,
  };
  await records.replaceOne(
    { _id: task },
    {
      ...{ ...found, state: to, revision, assignment: { ...keeps, ...(holder ? { assignee: holder } : {}) } },
      history: [...found.history, { ...entry, opId, inputHash: '', revision }],
    },
  );
  return receiptOf({ action, to, revision, recordedAt: at });
};

async function check(tasks: readonly string[], log: readonly LoggedOperation[]): Promise<Violations> {
  const crates = await recordsIn(connection.collection('crates'))
    .find({ _id: { $in: [...tasks] } })
    .toArray();
  const facts = await recordsIn<LateFact>(connection.collection(lateFactCollection)).find().toArray();
  const keyed = <D extends Tracked>(documents: readonly D[]) =>
    new Map(documents.map((one) => [one._id, one] as const));
  return checkHistory(tasks, log, keyed(crates), keyed(facts));
}

const none: Violations = { doubleHolders: 0, lostTasks: 0, vanished: 0, refusedYetDone: 0, outOfOrder: 0 };

test(
  'when 200 people claim, give back, finish and are reassigned while the database is killed, nobody is told what is not so',
  async () => {
    const tasks = await someTasks(1_000);
    let restarts = Promise.resolve();
    let killed = 0;
    proxy.setLoss(1 / lossEvery);
    const log = await letLoose({ tasks, people, operations, hot: 300, random }, byEngine, (count) => {
      if (count < ((killed + 1) * operations) / (kills + 1)) return;
      killed++;
      restarts = restarts.then(killAndRestart);
    });
    await restarts;
    proxy.setLoss(0);
    expect(log.length).toBeGreaterThanOrEqual(operations);
    expect(killed).toBeGreaterThanOrEqual(kills);
    const done = log.filter(({ outcome }) => outcome === 'done').length;
    // a race in which nothing is ever refused, or nothing ever done, would prove nothing
    expect(done).toBeGreaterThan(operations / 10);
    expect(log.filter(({ outcome }) => outcome === 'refused').length).toBeGreaterThan(operations / 10);
    expect(proxy.lost()).toBeGreaterThan(0);
    expect(await check(tasks, log)).toEqual(none);
  },
  170_000 + operations * 15,
);

test('control: the same checker finds a handler that reads, decides and saves', async () => {
  const tasks = await someTasks(50);
  const log = await letLoose({ tasks, people, operations: 3_000, hot: 20, random }, byReadThenSave, () => undefined);
  const found = await check(tasks, log);
  expect(found.doubleHolders).toBeGreaterThan(0);
  expect(found.vanished).toBeGreaterThan(0);
}, 60_000);
