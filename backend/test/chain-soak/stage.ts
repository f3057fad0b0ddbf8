import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildBackend } from '../../../scripts/src/build-backend';
import { outboxCollections } from '../../src/outbox';
import { dueCollections } from '../../src/outbox/due-collections';
import { movableClock } from '../../src/platform/clock';
import { ensureIndexes } from '../../src/platform/database';
import { masterKey } from '../../src/platform/encryption';
import { lastingPlans } from '../../src/testing/lasting-plans';
import { type CallAnswer, startTestApp, type TestApp, testStart } from '../../src/testing/test-app';
import { openTestDatabase } from '../../src/testing/test-database';
import { openStill } from '../bad-input/whole-app';

/** The server does not know whether it was written, and says so: the same is sent again after this. Milliseconds. */
const againMs = 200;
const unknown = 503;

/** A stuck follow-up would otherwise keep the run for ever. Milliseconds. */
const restWithinMs = 300_000;

/** The product in a process that is killed now and then, a database, and an app beside it that only signs people in. */
export interface Stage {
  readonly app: TestApp;
  now(): Date;
  /** One request; answered by the process, or by the next one after it was killed. */
  call(method: 'GET' | 'POST', path: string, token: string, body?: unknown): Promise<CallAnswer>;
  /** Ends the process without a word and starts the next one. */
  kill(): Promise<void>;
  readonly kills: () => number;
  /** Requests whose answer was lost with the process. */
  readonly lostAnswers: () => number;
  /** It is so much later, and everything that has become due was delivered. */
  wait(minutes: number): Promise<void>;
  /** Everything that is due has been delivered, by the relay of the process itself. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** The next thing that it says. @throws when it ends instead: a run would otherwise wait for it for ever */
async function messageOf(child: ChildProcess): Promise<unknown[]> {
  const over = new AbortController();
  const gone = once(child, 'exit', over).then(([code, by]) => {
    throw new Error(`the process has ended: ${by ?? code}`);
  });
  try {
    return await Promise.race([once(child, 'message', over), gone]);
  } finally {
    over.abort();
  }
}

/** @param layOut what must be there before the process starts */
export async function openStage(layOut: (app: TestApp) => Promise<void>): Promise<Stage> {
  const script = path.join(__dirname, '../../dist', `chain-soak-${process.pid}.js`);
  await buildBackend(path.join(__dirname, 'soak-process.ts'), script);
  const key = randomBytes(32);
  const database = await openTestDatabase();
  await ensureIndexes(database.connection, lastingPlans);
  const clock = movableClock(testStart);
  const same = { connection: database.connection, clock, master: masterKey(key), texts: [] };
  const anchors = { write: async () => undefined, read: async () => [] };
  const app = await startTestApp({ beside: { ...same, anchors } as unknown as TestApp, openFeatures: openStill });
  let child: ChildProcess | undefined;
  let url = Promise.resolve('');
  const count = { kills: 0, lost: 0 };

  async function start(): Promise<string> {
    const env = {
      ...{ ...process.env, MONGODB_URI: database.uri, MASTER: key.toString('base64') },
      NOW: clock.now().toISOString(),
    };
    child = spawn(process.execPath, ['--enable-source-maps', script], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [said] = await messageOf(child);
    return Object(said).url;
  }
  await layOut(app);
  url = start();

  async function call(method: string, where: string, token: string, body?: unknown): Promise<CallAnswer> {
    for (;;) {
      const address = await url;
      try {
        const answer = await fetch(`${address}/api/v1${where}`, {
          method,
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        if (answer.status === unknown) {
          await answer.arrayBuffer();
          await sleep(againMs);
          continue;
        }
        return { status: answer.status, headers: answer.headers, body: await answer.json() };
      } catch (error) {
        // the process lives and did not answer: that is no kill of ours
        if (address === (await url)) throw error;
        count.lost += 1;
      }
    }
  }

  /** The first that is found ends the looking: whatever it is, the relay has not done yet. */
  async function isAnythingDue(): Promise<boolean> {
    for (const name of outboxCollections) {
      if ((await dueCollections(database.connection, [name], clock.now())).length > 0) return true;
    }
    return false;
  }

  async function rest(): Promise<void> {
    for (const end = Date.now() + restWithinMs; Date.now() < end; await sleep(100)) {
      // nobody would deliver anything any more
      if (child?.exitCode !== null || child.signalCode !== null) throw new Error('the process has ended');
      // what follows may have been written where it was just looked: only nothing twice in a row is rest
      if (!(await isAnythingDue()) && !(await isAnythingDue())) return;
    }
    throw new Error('it does not come to rest');
  }

  return {
    ...{ app, call, rest, now: clock.now },
    kills: () => count.kills,
    lostAnswers: () => count.lost,
    async kill() {
      await url;
      const running = child;
      if (!running) throw new Error('nothing runs');
      count.kills += 1;
      const ended = once(running, 'exit');
      // whoever asks from now on asks the next one
      url = ended.then(start);
      running.kill('SIGKILL');
      await url;
    },
    async wait(minutes) {
      await url;
      clock.advance(minutes * 60_000);
      const heard = child && messageOf(child);
      child?.send(clock.now().toISOString());
      await heard;
      await rest();
    },
    async close() {
      await url;
      child?.kill('SIGKILL');
      await app.close();
      await database.close();
      for (const file of [script, `${script}.map`]) await rm(file, { force: true });
    },
  };
}
