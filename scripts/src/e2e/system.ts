import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@grid-relief/backend/src/platform/database/engine';
import { root } from '../places';
import { persistently } from './persistently';

/** The running product, started as a stranger would. */
export interface System {
  readonly address: string;
  /** Its data folder, gone when it is stopped. */
  readonly data: string;
  readonly startedInMs: number;
  /** Kills every process without a word and starts again on the same data. @throws when the address changed */
  killAndRestart(): Promise<void>;
  /** The instant by the product's clock. */
  now(): Date;
  /**
   * Moves the product's clock on, and waits until everything that is due by then has been delivered. Milliseconds.
   * @throws when the product does not follow
   */
  moveClock(byMs: number): Promise<void>;
  stop(): Promise<void>;
}

const addressLine = /^\s+(http:\/\/\S+)$/m;
/** Ports of its own, away from those that somebody's `npm start` takes. */
const firstPort = 18_080;

export interface SystemOptions {
  /** What follows `npm start --`. */
  readonly args?: readonly string[];
  /** Variables besides our own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts `npm start` on a data folder of its own and waits until it prints its address. @throws when it ends before that */
export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const data = await mkdtemp(join(tmpdir(), 'grid-relief-e2e-'));
  const began = Date.now();
  const clock = join(data, 'clock');
  const withClock = { ...options, env: { DEMO_CLOCK_FILE: clock, ...options.env } };
  let running = await startOn(data, await freePort(firstPort), withClock);
  let aheadMs = 0;
  const { address } = running;
  // another start at the same moment may have taken the one that was free
  const port = Number(new URL(address).port);
  return {
    address,
    data,
    startedInMs: Date.now() - began,
    async killAndRestart() {
      await ended(running.child, 'SIGKILL');
      await untilFree(port);
      running = await startOn(data, port, withClock);
      if (running.address !== address) throw new Error(`restarted at ${running.address}`);
    },
    now: () => new Date(Date.now() + aheadMs),
    async moveClock(byMs) {
      aheadMs += Math.round(byMs);
      // renamed into its place: nobody reads half a number
      await writeFile(`${clock}.next`, String(aheadMs));
      await rename(`${clock}.next`, clock);
      await persistently(async () => {
        const log = await readFile(join(data, 'logs', 'backend-1.log'), 'utf8');
        if (!log.includes(`"aheadMs":${aheadMs},`)) throw new Error('the clock was not moved');
      });
      await settled(address);
    },
    async stop() {
      await ended(running.child, 'SIGINT');
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Waits until nothing that is due waits to be delivered, by the product's own figure. */
async function settled(address: string): Promise<void> {
  await persistently(async () => {
    const figures = await (await fetch(`${address}/metrics`)).text();
    const lag = /^outbox_lag_seconds (\S+)$/m.exec(figures)?.[1];
    if (lag !== '0') throw new Error(`what is due has waited for ${lag} s`);
  });
}

/** The keeper of a server needs a moment to notice that its starter is gone; until then nobody else can listen there. */
function untilFree(port: number): Promise<void> {
  return persistently(async () => {
    if ((await freePort(port)) !== port) throw new Error(`port ${port} is still taken`);
  });
}

async function startOn(
  data: string,
  port: number,
  { args = [], env = {} }: SystemOptions,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn('npm', ['start', '--', ...args], {
    cwd: root,
    env: { ...process.env, ...env, GRID_RELIEF_DATA_DIR: data, PORT: String(port) },
    detached: true,
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      const found = addressLine.exec(said);
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) =>
      reject(new Error(`the product ended with ${code} before it was ready:\n${said.slice(-2000)}`)),
    );
  });
  return { child, address };
}

/** Sends a signal to the whole group, as a terminal does, and waits for its leader. */
async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.kill(-child.pid, signal);
  await gone;
}
