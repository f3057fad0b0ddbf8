import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Load, startLoad } from './load';
import { type ServerProcess, serverProcess } from './server-process';
import { openStage, type Stage } from './stage';

/**
 * GRID_RELIEF_KILLS=50 and GRID_RELIEF_KILL_WRITES=10000 make the long run, for a machine that does nothing else: there
 * every start counts, here the one in the middle, because the first to suffer from other work is the start of a process.
 */
const isLongRun = process.env.GRID_RELIEF_KILLS !== undefined;
const kills = Number(process.env.GRID_RELIEF_KILLS ?? 5);
const leastWrites = Number(process.env.GRID_RELIEF_KILL_WRITES ?? 600);
const clients = 16;
/** A record whose history grows takes longer: each gets some dozens of notes. */
const notesPerRecord = 40;
const exitWithinMs = 10_000;
const servingWithinMs = 5_000;
const hasty = path.join(__dirname, 'hasty-server.cjs');

jest.setTimeout(60_000 + kills * 15_000);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function loadOn(server: ServerProcess): Promise<Load> {
  const records = await stage.records(Math.max(100, Math.ceil((leastWrites * 2) / notesPerRecord)));
  const { token, newId } = stage;
  return startLoad({ url: server.url, token, clients, records, newId });
}

/** Stops a server in the middle of its work. */
async function terminated(script: string) {
  const server = await serverProcess(script, stage.env);
  await server.start();
  const load = await loadOn(server);
  while (load.log.acknowledged.length < leastWrites / 10) await sleep(20);
  const { ms, code } = await server.end('SIGTERM');
  return { ms, code, ...(await load.stop()) };
}

test('when it is asked to stop under load, nothing under way fails, nothing is lost, and it is gone in time', async () => {
  const { ms, code, failed, failures, acknowledged } = await terminated(stage.script);
  failures.delete('ECONNREFUSED');
  expect(Object.fromEntries(failures)).toEqual({});
  expect(failed).toBe(0);
  expect(code).toBe(0);
  expect(ms).toBeLessThanOrEqual(exitWithinMs);
  expect(await stage.lost(acknowledged)).toBe(0);
});

test('control: a server that is gone at once leaves requests without an answer', async () => {
  const { failed } = await terminated(hasty);
  expect(failed).toBeGreaterThan(0);
});

/** What a control has answered is on its way into the database for so long. */
const writtenWithinMs = 300;

/** Kills a server under load, again and again, and counts what is lost after each kill and at the end. */
async function killed(script: string, times: number, atLeast: number) {
  const server = await serverProcess(script, stage.env);
  await server.start();
  const load = await loadOn(server);
  const back: number[] = [];
  const lost: number[] = [];
  for (let kill = 1; kill <= times; kill++) {
    while (load.log.acknowledged.length < (kill * atLeast) / times) await sleep(10);
    await server.end('SIGKILL');
    const untilKilled = [...load.log.acknowledged];
    back.push(await server.start());
    await sleep(writtenWithinMs);
    lost.push(await stage.lost(untilKilled));
  }
  while (load.log.acknowledged.length < atLeast) await sleep(10);
  const { acknowledged } = await load.stop();
  await sleep(writtenWithinMs);
  await server.end('SIGTERM');
  return { acknowledged: acknowledged.length, lost: [...lost, await stage.lost(acknowledged)], back };
}

test('when it is killed under load again and again, nothing that was acknowledged is lost, and it serves again soon', async () => {
  const { acknowledged, lost, back } = await killed(stage.script, kills, leastWrites);
  expect(acknowledged).toBeGreaterThanOrEqual(leastWrites);
  expect(lost).toEqual(lost.map(() => 0));
  expect(lost).toHaveLength(kills + 1);
  const sorted = [...back].sort((a, b) => a - b);
  const slowest = isLongRun ? sorted.at(-1) : sorted[Math.floor(sorted.length / 2)];
  expect(slowest).toBeLessThanOrEqual(servingWithinMs);
});

test('control: a server that answers before it has written loses some with the first kill, and nothing without one', async () => {
  const { lost } = await killed(hasty, 1, 200);
  expect(lost[0]).toBeGreaterThan(0);
  expect((await killed(hasty, 0, 200)).lost).toEqual([0]);
});
