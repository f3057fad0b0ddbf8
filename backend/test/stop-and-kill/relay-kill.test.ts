import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildBackend } from '../../../scripts/src/build-backend';
import { outboxRecords } from '../../src/outbox';
import { openTestDatabase, type TestDatabase } from '../../src/testing/test-database';
import { seeded } from '../claim-race/crowd';
import { openSink, type Sink } from './sink';

/** GRID_RELIEF_RELAY_KILLS=50 makes the long run. */
const kills = Number(process.env.GRID_RELIEF_RELAY_KILLS ?? 6);
const failingShare = 0.3;
const taskCount = 60;
const lagLimitMs = 2_000;
const county = '141122';
const script = path.join(__dirname, '../../dist', `relay-kill-${process.pid}.js`);
const random = seeded(20_220_418);

jest.setTimeout(60_000 + kills * 10_000);

let database: TestDatabase;
let sink: Sink;
let relay: ChildProcess | undefined;
beforeAll(async () => {
  await buildBackend(path.join(__dirname, 'relay-process.ts'), script);
  database = await openTestDatabase();
});
beforeEach(async () => {
  sink = await openSink(random);
});
afterEach(async () => {
  await kill();
  await sink.close();
});
afterAll(async () => {
  await database.close();
  for (const file of [script, `${script}.map`]) await rm(file, { force: true });
});

async function kill(): Promise<void> {
  const running = relay;
  relay = undefined;
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  const ended = once(running, 'exit');
  running.kill('SIGKILL');
  await ended;
}

interface Emitted {
  readonly id: string;
  readonly task: string;
  readonly step: number;
  readonly at: number;
}

/** Tasks whose acts leave one entry each. */
async function outbox(name: string) {
  const records = outboxRecords(database.connection, name);
  const tasks = Array.from({ length: taskCount }, (_, i) => `${county}-${name}-${i}`);
  const steps = new Map<string, number>();
  const emitted: Emitted[] = [];
  await records.createIndex({ 'relay.due': 1 });
  await records.insertMany(
    tasks.map((_id) => ({ _id, county, kind: 'crate', state: 'OPEN', revision: 0, outbox: [], relay: {} })),
  );
  async function emit(): Promise<void> {
    const task = tasks[Math.floor(random() * taskCount)] ?? '';
    const step = (steps.get(task) ?? 0) + 1;
    steps.set(task, step);
    const due = new Date();
    const id = `${task}.${step}`;
    const entry = { id, kind: 'step', due, attempts: 0, payload: { step } };
    await records.updateOne(
      { _id: task },
      { $push: { outbox: entry }, $min: { 'relay.due': due }, $inc: { revision: 1 } },
    );
    emitted.push({ id, task, step, at: due.getTime() });
  }
  return { emitted, emit };
}
type Outbox = Awaited<ReturnType<typeof outbox>>;

/** Emits for a while, at the pace of a busy county. */
async function emitUntil({ emit }: Outbox, isEnough: () => boolean): Promise<void> {
  while (!isEnough()) {
    await emit();
    await sleep(10);
  }
}

function start(collection: string, fault = ''): void {
  const env = { ...process.env, MONGODB_URI: database.uri, SINK: sink.url, COLLECTION: collection, FAULT: fault };
  relay = spawn(process.execPath, [script], { env, stdio: 'ignore' });
}

/** Kills the relay while it delivers, again and again, and lets the last one finish in peace. */
async function chaos(collection: string, times: number, fault?: string): Promise<Outbox> {
  const box = await outbox(collection);
  sink.setFailing(failingShare);
  for (let killed = 0; killed < times; killed++) {
    const before = sink.effects.size;
    start(collection, fault);
    // in the middle of its work: after some deliveries, whatever the machine needed to start it
    const until = before + 5 + Math.floor(random() * 40);
    await emitUntil(box, () => sink.effects.size >= until);
    await kill();
  }
  sink.setFailing(0);
  start(collection, fault);
  return box;
}

async function settled({ emitted }: Outbox, withinMs: number): Promise<void> {
  for (const end = Date.now() + withinMs; sink.effects.size < emitted.length && Date.now() < end; ) await sleep(50);
}

const lost = ({ emitted }: Outbox) => emitted.filter(({ id }) => !sink.effects.has(id)).length;

/** Entries that reached the consumer before one of the same task that was written earlier. */
function outOfOrder(): number {
  const reached = new Map<string, number>();
  let wrong = 0;
  for (const { task, step } of sink.effects.values()) {
    if (step < (reached.get(task) ?? 0)) wrong++;
    reached.set(task, Math.max(step, reached.get(task) ?? 0));
  }
  return wrong;
}

test('when the relay is killed again and again and the sink fails, every entry arrives, once, in order, and soon again', async () => {
  const box = await chaos('kills', kills);
  await settled(box, 30_000);
  expect(lost(box)).toBe(0);
  // it did come twice, and the consumer knew it by its id: without that the run would prove nothing
  expect(sink.repeats()).toBeGreaterThan(0);
  const recovered = box.emitted.length;
  const end = Date.now() + 4_000;
  await emitUntil(box, () => Date.now() > end);
  await settled(box, 10_000);
  expect(lost(box)).toBe(0);
  expect(sink.effects.size).toBe(box.emitted.length);
  expect(outOfOrder()).toBe(0);
  const lags = box.emitted.slice(recovered).map(({ id, at }) => (sink.effects.get(id)?.at ?? Number.NaN) - at);
  const p99 = lags.sort((a, b) => a - b)[Math.floor(lags.length * 0.99)];
  expect(lags.length).toBeGreaterThan(50);
  expect(p99).toBeLessThanOrEqual(lagLimitMs);
});

/** One round: entries are on their way to a sink that has not answered yet when the relay is killed, or is not. */
async function inOneRound(collection: string, fault: string, isKilled: boolean): Promise<number> {
  const box = await outbox(collection);
  sink.setFailing(0);
  start(collection, fault);
  await emitUntil(box, () => sink.effects.size >= 10);
  sink.hold();
  await emitUntil(box, () => sink.held() > 0);
  if (isKilled) await kill();
  // what the dead had called for is known to be given up once its connections have closed
  if (isKilled) await sleep(200);
  sink.letGo();
  if (isKilled) start(collection, fault);
  await settled(box, isKilled && fault ? 6_000 : 20_000);
  return lost(box);
}

const rounds: readonly (readonly [what: string, fault: string, isKilled: boolean, loses: boolean])[] = [
  ['a relay that is killed while it delivers loses nothing', '', true, false],
  ['control: one that takes entries out before it delivers them loses nothing while it lives', 'FORGETS', false, false],
  ['control: one that takes entries out before it delivers them, killed, has lost some', 'FORGETS', true, true],
];

test.each(rounds)('in the first round already: %s', async (_what, fault, isKilled, loses) => {
  const missing = await inOneRound(`round-${fault}-${isKilled}`, fault, isKilled);
  expect(missing > 0).toBe(loses);
});
