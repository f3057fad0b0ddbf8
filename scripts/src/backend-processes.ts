import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type KeptProcess, logTail, startKept } from '@grid-relief/backend/src/platform/database/engine';

const usualPort = 8080;
const readyMs = 30_000;
/** Ports tried for a process, where others take them between looking and listening. */
const portTries = 5;
/** A backend finishes what it has begun before it goes; longer than the database's own grace. */
const drainMs = 15_000;

export interface BackendProcess {
  readonly address: string;
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** What all backend processes of one start share. */
export interface BackendSettings {
  readonly bundle: string;
  readonly logs: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts `count` processes on free ports from PORT or 8080 on, each ready to serve. */
export async function startBackends(
  count: number,
  settings: BackendSettings,
  onStarted: (backend: BackendProcess) => void,
): Promise<void> {
  const taken = new Set<number>();
  const wishedPort = Number(settings.env.PORT) || usualPort;
  for (let number = 1, tries = 1; number <= count; tries += 1) {
    const port = await freePort(wishedPort, taken);
    taken.add(port);
    const backend = await startBackend(number, port, settings);
    if (backend) {
      onStarted(backend);
      number += 1;
    } else if (tries >= portTries * count) throw new Error(`Other programs take every port from ${wishedPort} on.`);
  }
}

/** @returns undefined where somebody else who starts at this moment was quicker to take the port */
async function startBackend(
  number: number,
  port: number,
  settings: BackendSettings,
): Promise<BackendProcess | undefined> {
  const logFile = path.join(settings.logs, `backend-${number}.log`);
  const instance = randomUUID();
  const kept = await startKept({
    command: process.execPath,
    args: ['--enable-source-maps', settings.bundle],
    logFile,
    graceMs: drainMs,
    env: { ...settings.env, PORT: String(port), INSTANCE: instance },
  });
  const address = `http://127.0.0.1:${port}`;
  const died = deathOf(kept, number, logFile);
  const found = untilReady(address, instance, logFile);
  const isOurs = await Promise.race([found, died.then(hasLostPort)]);
  if (isOurs) return { address, died, stop: kept.stop };
  await kept.stop();
  return undefined;
}

/** @returns false where it died because somebody else listens there @throws what else it died of */
function hasLostPort(why: string): false {
  if (why.includes('EADDRINUSE')) return false;
  throw new Error(why);
}

/** @returns whether it is the process meant that is ready there, and no other one @throws when nothing becomes ready */
async function untilReady(address: string, instance: string, logFile: string): Promise<boolean> {
  const until = Date.now() + readyMs;
  for (;;) {
    const ready = await readyInstance(address);
    if (ready !== undefined) return ready === instance;
    if (Date.now() > until) {
      throw new Error(`The backend at ${address} does not become ready. Its log ends:\n${await logTail(logFile)}`);
    }
    await sleep(100);
  }
}

/** Which process answers there that it is ready; undefined: none, or none yet. */
async function readyInstance(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(2_000) });
    return answer.ok ? (answer.headers.get('x-instance') ?? '') : undefined;
  } catch {
    return undefined;
  }
}

async function deathOf(kept: KeptProcess, number: number, logFile: string): Promise<string> {
  const { asked, code } = await kept.ended;
  if (asked) return new Promise<never>(() => undefined);
  return `Backend process ${number} ended with code ${code}. Its log ends:\n${await logTail(logFile)}`;
}
