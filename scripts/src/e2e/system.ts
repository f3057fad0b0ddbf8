import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../places';

/** The running product, started as a stranger would. */
export interface System {
  readonly address: string;
  readonly startedInMs: number;
  stop(): Promise<void>;
}

const addressLine = /^\s+(http:\/\/\S+)$/m;

/** Starts `npm start` on a data folder of its own and waits until it prints its address. @throws when it ends before that */
export async function startSystem(options: readonly string[] = []): Promise<System & { data: string }> {
  const data = await mkdtemp(join(tmpdir(), 'grid-relief-e2e-'));
  const started = await startOn(data, options);
  return {
    ...started,
    data,
    stop: async () => {
      await started.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Starts the product again on a data folder that exists. */
export async function startOn(data: string, options: readonly string[] = []): Promise<System> {
  const began = Date.now();
  const child = spawn('npm', ['start', '--', ...options], {
    cwd: root,
    env: { ...process.env, GRID_RELIEF_DATA_DIR: data },
    detached: true,
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = addressLine.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    child.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
    child.once('exit', (code) =>
      reject(new Error(`the product ended with ${code} before it was ready:\n${said.slice(-2000)}`)),
    );
  });
  return { address, startedInMs: Date.now() - began, stop: () => endOf(child) };
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.kill(-child.pid, 'SIGINT');
  await ended;
}
